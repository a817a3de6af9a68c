import { moneyText } from '@/components/payments/money'
import type { RunDetail, RunSummary } from '@/lib/workspace/views'

const unreachableWords: Record<string, string> = {
  timeout: 'No answer within the time limit',
  dns: 'The host name was not found',
  tls: 'No secure connection could be made',
  refused: 'The host refused the connection',
  blocked: 'This address is not allowed as a target',
  cancelled: 'Cancelled before an answer came',
  interrupted: 'Jaribu stopped before an answer came',
  reset: 'The connection was dropped before an answer came',
}

const unreachableText = (cause: string) => unreachableWords[cause] ?? `Not reached: ${cause}`

const withReason = (word: string, description: string | null) =>
  description ? `${word}: ${description}` : word

/**
 * What became of a run, in a sentence. Accepted is never told as paid: an acknowledgement says only that the
 * provider took the request.
 */
export const runSentence = (
  run: Pick<
    RunSummary,
    'verdict' | 'description' | 'amountCents' | 'currency' | 'answerStatus' | 'callbackCount'
  > &
    Partial<Pick<RunSummary, 'origin'>> & { unreachable?: RunDetail['unreachable'] },
  asynchronous = true,
): string => {
  switch (run.verdict) {
    case 'pending':
      if (run.origin === 'customer') return 'Asked for, waiting for the confirmation'
      if (run.answerStatus === null) return 'Sent, waiting for the answer'
      return asynchronous ? 'Accepted, waiting for the callback' : 'Answered: not final yet'
    case 'paid':
      return run.amountCents !== null && run.currency
        ? `Paid ${moneyText(run.amountCents, run.currency)}`
        : 'Paid'
    case 'done':
      return 'Done'
    case 'refused':
      return withReason('Refused', run.description)
    case 'failed':
      return withReason('Failed', run.description)
    case 'timed-out':
      return withReason('Timed out', run.description)
    case 'no-word':
      return 'No word came: ask for the status'
    case 'unreachable':
      return run.unreachable
        ? unreachableText(run.unreachable.cause)
        : withReason('Unreachable', run.description)
    case 'unknown':
      return withReason('The outcome is unknown', run.description)
  }
}

/** `/try/<system>/<name>` of an operation's id, with values for its form. */
export const tryPath = (
  operation: string,
  query: { from?: string; run?: string; values?: Record<string, string> } = {},
): string => {
  const dot = operation.indexOf('.')
  const search = new URLSearchParams()
  if (query.from) search.set('from', query.from)
  if (query.run) search.set('run', query.run)
  for (const [field, value] of Object.entries(query.values ?? {})) search.set(`${valuePrefix}${field}`, value)
  const text = search.toString()
  return `/try/${operation.slice(0, dot)}/${operation.slice(dot + 1)}${text ? `?${text}` : ''}`
}

/** Before a field's wire name in the address of a form: `v.CheckoutRequestID=ws_CO_…`. */
const valuePrefix = 'v.'

/** The values that an address carries for the form. */
export const valuesInQuery = (
  query: Record<string, string | string[] | undefined>,
): Record<string, string> => {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(query)) {
    if (!name.startsWith(valuePrefix) || value === undefined) continue
    const last = Array.isArray(value) ? value.at(-1) : value
    if (last !== undefined) values[name.slice(valuePrefix.length)] = last
  }
  return values
}
