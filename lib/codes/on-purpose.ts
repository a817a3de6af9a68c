import type { Code, Operation, Trigger } from '@/lib/catalogue/types'
import { findOperation, systemOf } from '@/lib/systems'
import { canBeAsked } from '@/lib/systems/gateway/on-purpose'

/** The header of one call that asks for a fault. */
export const faultHeader = 'X-Jaribu-Fault'

/** The call with which a code is tried that any call can bring. */
const usualCall = (system: string): Operation | undefined =>
  systemOf(system).operations.find(({ direction, movesMoney }) => direction === 'outbound' && movesMoney)

const callOf = ({ operations, system }: Code): Operation | undefined => {
  const own = operations.map(findOperation).find((operation) => operation?.direction === 'outbound')
  return own ?? (operations.length === 0 ? usualCall(system) : undefined)
}

/** The call whose answer a call needs first, because it asks or goes on about it. */
const earlierOf = ({ id, system }: Operation): Operation | undefined =>
  systemOf(system).operations.find(({ followUps }) =>
    followUps.some(
      ({ operation, take }) => operation === id && take.some(({ value }) => value === 'checkout-id'),
    ),
  )

/** The fault that asks for this very row: on screen, in the settings, or in a header of one call. */
const byFault = (row: Code): Trigger[] => {
  const operation = callOf(row)
  return operation && canBeAsked(row)
    ? [withEarlier({ operation: operation.id, headers: { [faultHeader]: `code; id=${row.id}` } })]
    : []
}

const withEarlier = (way: Trigger): Trigger => {
  const operation = findOperation(way.operation)
  const earlier = operation && earlierOf(operation)
  return earlier ? { ...way, after: earlier.id } : way
}

/** One way to make the local sandbox say a code, for people; with a trigger, one that a program can follow too. */
export type Way = { sentence: string; trigger?: Trigger }

/** How a code comes about that stands in an answer of our own. */
const said = ({ code, success, where }: Code): Way => {
  if (success)
    return { sentence: 'The inbox answers so by itself, to every message that asks for an answer.' }
  return {
    sentence:
      where === 'c2b-validation'
        ? `Have the inbox refuse validations with ${code} (Inbox, or PATCH /api/v1/inboxes/{name}), switch validation on for the shortcode, and let a customer pay it.`
        : `Answer it with ${code} from your own server.`,
  }
}

/** Every call that makes the local sandbox say a code: what the world itself brings first, what is asked for last. */
export const triggersOf = (row: Code): Trigger[] =>
  row.whyNot === undefined
    ? [...(row.triggers ?? []), ...(systemOf(row.system).triggers?.(row) ?? []), ...byFault(row)]
    : []

/** Every way to a code; none only where its row says why not. */
export const waysTo = (row: Code): Way[] => {
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

/** A way in a sentence for people. */
export const sentenceOf = (way: Trigger): string => {
  const operation = findOperation(way.operation)
  const title = operation?.title ?? way.operation
  const fields = Object.entries(way.send ?? {}).map(([name, value]) =>
    value === null ? `without ${name}` : `with ${name} ${shown(value)}`,
  )
  const signed = Object.entries(way.sign ?? {}).map(
    ([name, value]) => `with “${value}” as ${labelOf(operation, name)} of the environment`,
  )
  const headers = Object.entries(way.headers ?? {}).map(([name, value]) =>
    value === '' ? `without the header ${name}` : `with the header ${name}: ${value}`,
  )
  const times = way.times === 2 ? ['twice with the same values'] : []
  const strict = way.strictness ? ['while the sandbox reads strictly'] : []
  const after = way.after ? [`after “${findOperation(way.after)?.title ?? way.after}”`] : []
  const what = [...times, ...after, ...fields, ...signed, ...headers, ...strict]
  const call = `Send “${title}” ${what.length > 0 ? listed(what) : 'with the values of its example'}.`
  if (!way.how) return call
  // What has to be arranged comes first; what explains comes last.
  return way.arrange ? `${way.how} ${call}` : `${call} ${way.how}`
}
