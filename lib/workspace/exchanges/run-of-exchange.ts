import 'server-only'
import type { Operation } from '@/lib/catalogue/types'
import { idsOf, secretsOf } from '@/lib/systems/shared/derive'
import type { Planned } from '@/lib/systems/types'
import { giveKeys } from '../callbacks/apply-meaning'
import type { Actor, Deps } from '../deps'
import type { EnvironmentContext } from '../environments/environment-context'
import { type Redactor, redacted } from '../runs/redact-request'
import { joinAnswer, readAnswer } from '../runs/store-answer'
import { storeRequest } from '../runs/store-request'
import type { ReadExchange } from './read-exchange'
import type { Waiting } from './record-exchange'
import type { ExchangeRedactor } from './redact-exchange'
import type { Slice } from './write-behind'

/**
 * What somebody's own program asked of an operation is a run like any other, by the same verbs: history, timeline,
 * callbacks, reports and Go-Live follow. The run has the exchange's id. Undefined where there is none to make: it was
 * Jaribu's own, or nobody knows what it was about or whose it is.
 */
export const storeRunOf = (
  deps: Deps,
  slice: Slice,
  waiting: Waiting,
  read: ReadExchange,
): string | undefined => {
  const { operation, place, row } = read
  if (waiting.sender || !operation || !place || operation.direction === 'inbound') return undefined
  // A wrong key names nobody. Where there is only one team, it is theirs; where there are several, nobody is guessed.
  if (!waiting.caller && !slice.places.isOnly) return undefined
  const { workspaceId } = row
  const touched = slice.touchedOf(workspaceId)
  const redactor = asRedactor(read.redactor)
  const planned = plannedOf(operation, place, read)
  const about = { id: row.id, operation, context: contextOf(place, read), planned, redactor }
  const ms = Math.round(row.answerMicros / 1000)
  const answer = {
    kind: 'answered' as const,
    status: row.answerStatus,
    headers: waiting.emulated.answer.headers,
    body: Buffer.from(waiting.emulated.answer.body),
    truncated: false,
    ms,
  }
  const answered = waiting.emulated.delivery?.isDropped
    ? undefined
    : readAnswer({ ...about, answer, at: row.at })
  const keyNoted = `${place.environment.id} ${row.appKey}`
  const isKeyNoted = slice.keysNoted.has(keyNoted)
  slice.keysNoted.add(keyNoted)
  const run = storeRequest(deps, programOf(read), {
    ...about,
    now: row.at - ms,
    origin: 'software',
    values: read.values,
    sendAnyway: false,
    isRemembered: false,
    isKeyNoted,
    ended: answered ? { ...answered.change.answer, ...answered.change.verdict } : droppedAt(row.at),
  })
  touched.runs.add(row.id)
  if (!answered) return row.id
  const { outcome } = answered
  // What the program could not read names no ids; the emulator knows them.
  if (outcome.kind === 'unreadable') giveKeys(deps, run, waiting.emulated.keys, touched)
  else joinAnswer(deps, run, { planned, operation, outcome }, touched)
  return row.id
}

const dropped = 'The connection was dropped on purpose, before the answer.'

const droppedAt = (at: number) => ({
  verdict: 'unreachable' as const,
  verdictAt: at,
  unreachableCause: 'reset',
  unreachableDetail: dropped,
  description: dropped,
})

/** Who sent it, as far as it says so itself. */
const programOf = ({ row }: ReadExchange): Actor => ({
  workspaceId: row.workspaceId,
  role: 'member',
  name: /^[^\s/]+(?:\/\S+)?/.exec(row.userAgent)?.[0].slice(0, 80) || 'a program without a name',
  memberId: null,
  tokenId: null,
})

/** With the key that was used, which need not be the environment's. */
const contextOf = (place: EnvironmentContext, { key }: ReadExchange): EnvironmentContext => ({
  ...place,
  credentials: { ...place.credentials, [place.system.localApp.key]: key },
})

const hidden = new Map<string, string[]>()

const fieldsOf = ({ id, operations }: EnvironmentContext['system']): string[] => {
  const fields = hidden.get(id) ?? secretsOf(operations)
  hidden.set(id, fields)
  return fields
}

/** The request in the shape of one of our own. */
const plannedOf = (
  operation: Operation,
  { system, baseUrl }: EnvironmentContext,
  { row, values }: ReadExchange,
): Planned => ({
  request: {
    method: row.method,
    url: `${baseUrl}${row.path}${row.query === '' ? '' : `?${row.query}`}`,
    headers: row.requestHeaders,
    body: row.requestBody,
  },
  values,
  preview: '',
  secrets: { fields: fieldsOf(system), headers: [] },
  ...idsOf(operation, values, system.receiptOf),
})

const asRedactor = ({ text, headers }: ExchangeRedactor): Redactor => ({
  text,
  headers,
  // Also of single values, which have to stay JSON.
  body: (from) => {
    const clean = text(from)
    return clean === from || !isJson(from) || isJson(clean) ? clean : JSON.stringify(redacted)
  },
  // It is the exchange's own copy, clean already.
  request: ({ method, url, headers: pairs, body = '' }) => ({ method, url, headers: pairs, body }),
})

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
