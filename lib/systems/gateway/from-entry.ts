import type { CallbackSpec, Json, Operation, SystemId } from '@/lib/catalogue/types'
import { isHttpUrl } from '@/lib/wire/http'
import { textOf } from '@/lib/wire/json'
import type { CorrelationKey } from '@/lib/wire/types'
import { answerText } from './answers'
import type { Call, Handler } from './gateway'
import { oweCallback } from './owe'

type Writing<C> = {
  system: SystemId
  contentType: string
  write(body: Json): string
  /** How a provider makes its ids, by the name of the member that holds one. */
  fresh: Readonly<Record<string, (call: C) => string>>
  /** The ids of an answer. */
  keysOf(call: C, status: number, body: string): CorrelationKey[]
  /** Takes off what only says which way a message goes: `output_TransactionID` is the request's `input_TransactionID`. */
  bare?(name: string): string
  /** Where a callback goes, by the `to` of its entry: a field of the request, unless said otherwise. */
  urlFor?(call: C, to: string): string | undefined
}

/** The callback that tells of a success. */
const callbackOf = ({ callbacks }: Operation): CallbackSpec | undefined =>
  callbacks.find(({ variant }) => variant === 'success') ??
  callbacks.find(({ variant, asks }) => variant === undefined && asks === undefined)

/** What a call is told that no rule plays. */
export const answeredFromEntry =
  'No rule plays this call here: it is answered as its entry shows, and no money moves.'

/**
 * How an operation is answered that no rule plays: by the acknowledgement of its entry and, where its entry shows a
 * callback of success and the request names its address, by that too. Ids are made anew, and what was sent is repeated.
 */
export const answerFromEntry =
  <C extends Call>({
    system,
    contentType,
    write,
    fresh,
    keysOf,
    bare = (name) => name,
    urlFor = (call, to) => textOf(call.values[to]),
  }: Writing<C>): Handler<C> =>
  (call) => {
    const { operation, values, world } = call
    call.notes.push(answeredFromEntry)
    const sent = new Map(
      Object.entries(values).map(([name, value]) => [bare(name.split('.').at(-1) ?? name), textOf(value)]),
    )
    const made = new Map<string, string>()
    const currentOf = (member: string): string | undefined => {
      const name = bare(member)
      const known = sent.get(name) || made.get(name)
      if (known || !Object.hasOwn(fresh, name)) return known
      const value = fresh[name]?.(call) ?? ''
      made.set(name, value)
      return value
    }
    const own = (name: string, shown: Json): Json => {
      if (typeof shown === 'object' && shown !== null) return refreshed(shown)
      const value = currentOf(name)
      if (value === undefined) return shown
      return typeof shown === 'number' && Number.isFinite(Number(value)) ? Number(value) : value
    }
    const refreshed = (shown: Json): Json => {
      if (typeof shown === 'string')
        return shown.replace(
          /<((?:[\w-]+:)?([\w-]+))>([^<]*)<\//g,
          (_, tag: string, name: string, text: string) => `<${tag}>${currentOf(name) ?? text}</`,
        )
      if (typeof shown !== 'object' || shown === null) return shown
      if (Array.isArray(shown)) return shown.map(refreshed)
      // `{ Key, Value }` and `{ Name, Value }` are members by another spelling.
      const label = shown.Key ?? shown.Name
      return Object.fromEntries(
        Object.entries(shown).map(([name, value]) => [
          name,
          own(name === 'Value' && typeof label === 'string' ? label : name, value),
        ]),
      )
    }
    const { httpStatus, body } = operation.acknowledgement.success
    const text = body === null ? '' : write(refreshed(body))
    call.keys.push(...keysOf(call, httpStatus, text))
    const shown = operation.registers ? undefined : callbackOf(operation)
    const url = shown && urlFor(call, shown.to)
    if (shown && url && isHttpUrl(url)) {
      oweCallback(world, {
        system,
        operation: operation.id,
        kind: shown.kind,
        url,
        headers: [['Content-Type', contentType]],
        body: write(refreshed(shown.example)),
        dueAt: world.now + world.settings.resultDelayMs,
        keys: [...call.keys],
      })
    }
    return answerText(httpStatus, contentType, text)
  }
