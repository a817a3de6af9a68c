import 'server-only'
import type { Origin } from '@/lib/wire/origins'
import type { Db } from '../client'
import { statementsOf } from '../statements'

/** Runs and callbacks as judging reads them: only the columns that it needs, many at a time. */

export type RecordedRunRow = {
  id: string
  environmentId: string
  environmentKind: string
  operation: string
  createdAt: number
  sentAnyway: number
  origin: Origin
  requestMethod: string
  requestUrl: string
  requestHeaders: string
  requestBody: string
  answerStatus: number | null
  answerHeaders: string | null
  answerBody: string | null
  answeredAt: number | null
  unreachableDetail: string | null
  verdict: string
  code: string | null
  description: string | null
}

export type RecordedCallbackRow = {
  id: number
  inboxId: string
  system: string | null
  kind: string
  receivedAt: number
  runId: string | null
  receipt: string | null
  code: string | null
  description: string | null
  /** JSON of the header pairs: they say how the body is packed and written. */
  headers: string
  body: Buffer
  answerStatus: number
  answerBody: string
  answerMicros: number
}

const runColumns = `id, environment_id as environmentId, environment_kind as environmentKind, operation,
  created_at as createdAt, sent_anyway as sentAnyway, origin, request_method as requestMethod, request_url as requestUrl,
  request_headers as requestHeaders, request_body as requestBody, answer_status as answerStatus,
  answer_headers as answerHeaders, answer_body as answerBody, answered_at as answeredAt,
  unreachable_detail as unreachableDetail, verdict, code, description`

const callbackColumns = `id, inbox_id as inboxId, system, kind, received_at as receivedAt, run_id as runId, receipt, code,
  description, headers, body, answer_status as answerStatus, answer_body as answerBody, answer_micros as answerMicros`

const statements = statementsOf((client) => ({
  runs: client.prepare(`select ${runColumns} from runs where id in (select value from json_each(?))`),
  runsBefore: client.prepare(
    `select ${runColumns} from runs where workspace_id = ? and id < ? and environment_id = ? order by id desc limit ? + 0`,
  ),
  callbacksOfRuns: client.prepare(
    `select ${callbackColumns} from callbacks
     where run_id in (select value from json_each(?)) and mismatch is null order by id`,
  ),
  callbacks: client.prepare(
    `select ${callbackColumns} from callbacks where id in (select value from json_each(?)) order by id`,
  ),
  callbacksOfReceipts: client.prepare(
    `select ${callbackColumns} from callbacks
     where workspace_id = ? and receipt in (select value from json_each(?))
       and kind in (select value from json_each(?)) and mismatch is null order by id`,
  ),
  receiptsBefore: client.prepare(
    `select id, receipt from callbacks
     where workspace_id = ? and kind = ? and id < ? and receipt is not null
       and mismatch is null order by id desc limit ? + 0`,
  ),
  environmentsOf: client.prepare(
    'select id, environment_id as environmentId from runs where id in (select value from json_each(?))',
  ),
}))

export const recordedRuns = (db: Db, ids: readonly string[]): RecordedRunRow[] =>
  ids.length === 0 ? [] : (statements(db).runs.all(JSON.stringify(ids)) as RecordedRunRow[])

/** Newest first below an id. */
export const recordedRunsBefore = (
  db: Db,
  of: { workspaceId: string; environmentId: string; before: string; limit: number },
): RecordedRunRow[] =>
  statements(db).runsBefore.all(of.workspaceId, of.before, of.environmentId, of.limit) as RecordedRunRow[]

export const recordedCallbacksOf = (db: Db, runIds: readonly string[]): RecordedCallbackRow[] =>
  runIds.length === 0
    ? []
    : (statements(db).callbacksOfRuns.all(JSON.stringify(runIds)) as RecordedCallbackRow[])

export const recordedUnderReceipts = (
  db: Db,
  workspaceId: string,
  receipts: readonly string[],
  kinds: readonly string[],
): RecordedCallbackRow[] =>
  receipts.length === 0
    ? []
    : (statements(db).callbacksOfReceipts.all(
        workspaceId,
        JSON.stringify(receipts),
        JSON.stringify(kinds),
      ) as RecordedCallbackRow[])

export const receiptsBefore = (
  db: Db,
  of: { workspaceId: string; kind: string; before: number; limit: number },
): { id: number; receipt: string }[] =>
  statements(db).receiptsBefore.all(of.workspaceId, of.kind, of.before, of.limit) as {
    id: number
    receipt: string
  }[]

export const environmentsOfRuns = (db: Db, ids: readonly string[]): Map<string, string> =>
  new Map(
    ids.length === 0
      ? []
      : (
          statements(db).environmentsOf.all(JSON.stringify(ids)) as { id: string; environmentId: string }[]
        ).map((row) => [row.id, row.environmentId]),
  )
