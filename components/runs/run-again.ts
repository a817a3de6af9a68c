import { monotonicFactory } from 'ulid'
import type { Json, Operation } from '@/lib/catalogue/types'

const ulid = monotonicFactory()

/** Id of a run that this browser is about to send. */
export const nextRunId = () => ulid()

const mapText = (value: Json, change: (text: string) => string): Json => {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((each) => mapText(each, change))
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapText(each, change)]))
  }
  return value
}

/**
 * Callback URLs carry the id of their run (`/hook/<inbox>/r/<run>`), so that a callback finds it even before the
 * acknowledgement is back. Values that are sent again point at the new run.
 */
export const rebind = (values: Record<string, Json>, to: string): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      mapText(value, (text) =>
        text.replace(/(\/hook\/[^/?#\s]+\/r\/)[0-9A-HJKMNP-TV-Z]{26}(?=$|[/?#])/, `$1${to}`),
      ),
    ]),
  )

/** Stored values hold this in place of a secret. */
const isRedacted = (value: Json) => typeof value === 'string' && /^(•+.*|\[(redacted|secret)\])$/.test(value)

/** What a stored run says of the next one: derived values are computed anew, redacted ones cannot be sent. */
export const valuesToSendAgain = (
  values: Record<string, Json>,
  operation: Pick<Operation, 'fields'> | null,
): Record<string, Json> => {
  const derived = new Set(operation?.fields.filter((field) => field.derive).map((field) => field.name))
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !derived.has(name) && !isRedacted(value)),
  )
}
