import type { Code, Json, Operation, Trigger } from '@/lib/catalogue/types'
import { checkValues } from '@/lib/derive'
import { findOperation, systemOf } from '@/lib/systems'
import { canBeAsked } from '@/lib/systems/gateway/on-purpose'
import type { Values } from '@/lib/wire/types'
import { formOf, missingIn, typedInto } from './form'

/** The header of one call that asks for a fault. */
const faultHeader = 'X-Jaribu-Fault'

/** The call with which a code is tried that any call can bring. */
const usualCall = (system: string): Operation | undefined =>
  systemOf(system).operations.find(({ direction, movesMoney }) => direction === 'outbound' && movesMoney)

const callOf = ({ operations, system }: Code): Operation | undefined => {
  const own = operations.map(findOperation).find((operation) => operation?.direction === 'outbound')
  return own ?? (operations.length === 0 ? usualCall(system) : undefined)
}

/** The call whose answer a call needs first: it asks or goes on about it, or gets its key from it. */
const earlierOf = ({ id, system, headers }: Operation): Operation | undefined =>
  systemOf(system).operations.find(
    ({ followUps, grants = [] }) =>
      followUps.some(
        ({ operation, take }) => operation === id && take.some(({ value }) => value === 'checkout-id'),
      ) || grants.some(({ credential }) => headers.some(({ value }) => value === `{${credential}}`)),
  )

/** The fault that asks for this very row: on screen, in the settings, or in a header of one call. */
const byFault = (row: Code): Trigger[] => {
  const operation = callOf(row)
  if (!operation || !canBeAsked(row)) return []
  const earlier = earlierOf(operation)
  // A payment that is to go well needs somebody who pays.
  const send = row.success ? row.triggers?.find((own) => own.operation === operation.id)?.send : undefined
  const headers = { [faultHeader]: `code; id=${row.id}` }
  return [{ operation: operation.id, headers, ...(send && { send }), ...(earlier && { after: earlier.id }) }]
}

/** Fields that the answer to the call before fills in: a button of its run carries them over. */
const takenBy = ({ after, operation }: Trigger): string[] =>
  (after ? (findOperation(after)?.followUps ?? []) : [])
    .filter((next) => next.operation === operation)
    .flatMap(({ take }) => take.map(({ field }) => field))

/** The form of a way's call as it begins, with what the call before brings. */
const formAt = (way: Trigger, operation: Operation): Values => {
  const examples = new Map(operation.fields.map(({ name, example }) => [name, example]))
  const taken = Object.fromEntries(takenBy(way).map((name) => [name, examples.get(name)]))
  return { ...formOf(operation, way.sign), ...taken }
}

/** Each sending has ids of its own; a call that is to come twice has one that was typed. */
const sameIds = (operation: Operation): Record<string, Json> =>
  Object.fromEntries(
    operation.fields
      .filter(({ key, derive }) => key && derive)
      .map(({ name, example }): [string, Json] => [name, example]),
  )

/** With the values that the form begins without and the way cannot do without. */
const completed = (way: Trigger): Trigger => {
  const operation = findOperation(way.operation)
  if (!operation) return way
  const send = {
    ...missingIn(operation, formAt(way, operation)),
    ...(way.times === 2 && sameIds(operation)),
    ...way.send,
  }
  return Object.keys(send).length > 0 ? { ...way, send } : way
}

/** Whether the form says that something is wrong with it, so that its plain button sends nothing. */
const isQuestioned = (way: Trigger, operation: Operation): boolean =>
  checkValues(operation, typedInto(operation, formAt(way, operation), way.send ?? {})).length > 0

/** One way to make the local sandbox say a code, for people; with a trigger, one that a program can follow too. */
export type Way = { sentence: string; trigger?: Trigger }

/** What tells the provider the URLs that it asks at. */
const registrationOf = (system: string): Operation | undefined =>
  systemOf(system).operations.find(
    ({ registers, supersededBy, fields }) =>
      registers && !supersededBy && fields.some(({ name }) => name === 'ValidationURL'),
  )

/** How a code comes about that stands in an answer of our own. */
const said = ({ code, success, system, where }: Code): Way => {
  if (success)
    return { sentence: 'The inbox answers so by itself, to every message that asks for an answer.' }
  const registration = registrationOf(system)
  return {
    sentence:
      where === 'c2b-validation' && registration
        ? `Register the shortcode’s URLs with “${registration.title}” first: without them nobody is asked. Have the inbox refuse validations with ${code} (Inbox, or PATCH /api/v1/inboxes/{name}), switch validation on for the shortcode (Sandbox, Organisations), and let a customer pay it.`
        : `Answer it with ${code} from your own server.`,
  }
}

/** Every call that makes the local sandbox say a code: what the world itself brings first, what is asked for last. */
export const triggersOf = (row: Code): Trigger[] =>
  row.whyNot === undefined
    ? [...(row.triggers ?? []), ...(systemOf(row.system).triggers?.(row) ?? []), ...byFault(row)].map(
        completed,
      )
    : []

const known = new WeakMap<Code, Way[]>()

/** Every way to a code; none only where its row says why not. */
export const waysTo = (row: Code): Way[] => {
  // Each way looks over a whole form, and nothing about it changes while the program runs.
  const ways = known.get(row) ?? waysNow(row)
  known.set(row, ways)
  return ways
}

const waysNow = (row: Code): Way[] => {
  if (row.whyNot !== undefined) return []
  const ways = triggersOf(row).map((trigger) => ({ sentence: sentenceOf(trigger), trigger }))
  return canBeAsked(row) ? ways : [said(row), ...ways]
}

/** A list of whole parts as one clause. */
const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

const shown = (value: unknown) =>
  typeof value === 'string' ? (value === '' ? 'empty' : value) : JSON.stringify(value)

/** What the environment's page calls a value. */
const labelOf = (operation: Operation | undefined, name: string) =>
  systemOf(operation?.system ?? '').credentials.find((spec) => spec.name === name)?.label ?? name

const typedWords = ({ send = {} }: Trigger) =>
  Object.entries(send).map(([name, value]) =>
    value === null ? `without ${name}` : `with ${name} ${shown(value)}`,
  )

const headerWords = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([name, value]) =>
    value === '' ? `without the header ${name}` : `with the header ${name}: ${value}`,
  )

/** No form writes headers: whoever wants one calls from a program of their own. */
const calledWith = (
  way: Trigger,
  operation: Operation,
  headers: Readonly<Record<string, string>>,
): string => {
  const typed = typedWords(way)
  const call = `Call “${operation.title}” from your own software or curl ${listed([...afterWords(way), ...typed, ...headerWords(headers)])}.`
  if (headers[faultHeader] === undefined) return call
  const send = `send “${operation.title}”${typed.length > 0 ? ` ${listed(typed)}` : ''}`
  const first = way.after ? `, ${listed(afterWords(way))},` : ''
  return `${call} Or${first} press “Have the next call end with it” on the code’s page and ${send}.`
}

const afterWords = ({ after }: Trigger) => (after ? [`after “${findOperation(after)?.title ?? after}”`] : [])

/** A way in a sentence for people. */
export const sentenceOf = (way: Trigger): string => {
  const operation = findOperation(way.operation)
  if (!operation) return `Send ${way.operation}.`
  if (way.headers) return calledWith(way, operation, way.headers)
  const signed = Object.entries(way.sign ?? {}).map(
    ([name, value]) => `with “${value}” as ${labelOf(operation, name)} of the environment`,
  )
  const often = way.times === 2 ? ['twice'] : []
  const strict = way.strictness ? ['while the sandbox reads strictly'] : []
  const what = [...afterWords(way), ...typedWords(way), ...signed, ...strict]
  const begun = way.times === 2 ? [] : ['as its form begins']
  const sent = `${['Send', `“${operation.title}”`, ...often, ...(what.length > 0 ? [listed(what)] : begun)].join(' ')}.`
  const call = isQuestioned(way, operation) ? `${sent} The form’s checks object: choose “Send anyway”.` : sent
  if (!way.how) return call
  // What has to be arranged comes first; what explains comes last.
  return way.arrange ? `${way.how} ${call}` : `${call} ${way.how}`
}
