import 'server-only'
import type { Db } from '../client'
import { statementsOf } from '../statements'

/** Callbacks that the local provider delivered, as judging reads them. */
export type DeliveryRow = {
  /** The run, or the receipt, that it was found by. */
  of: string
  request: string
  at: number
  answerStatus: number | null
  answerBody: string | null
  answerMs: number | null
}

const columns = `d.request, coalesce(d.started_at, d.due_at) as at, d.answer_status as answerStatus,
  d.answer_body as answerBody, d.answer_ms as answerMs`
/** Those to our own inboxes are among them: whoever reads knows the address. */
const delivered = `d.type = 'callback' and d.state in ('delivered', 'failed') and d.request is not null`

const statements = statementsOf((client) => ({
  ofRuns: client.prepare<[string], DeliveryRow>(
    `select distinct k.run_id as "of", d.id, ${columns}
     from correlation_keys k
       join world_due_keys w on w.workspace_id = k.workspace_id and w.value = k.value
       join world_dues d on d.id = w.due_id
     where k.run_id in (select value from json_each(?)) and k.kind not in ('mention', 'run') and ${delivered}
     order by at, d.id`,
  ),
  ofReceipts: client.prepare<[string, string, string], DeliveryRow>(
    `select w.value as "of", ${columns}
     from world_due_keys w join world_dues d on d.id = w.due_id
     where w.workspace_id = ? and w.value in (select value from json_each(?)) and d.system = ? and ${delivered}
     order by at, d.id`,
  ),
}))

export const deliveriesOfRuns = (db: Db, runIds: readonly string[]): DeliveryRow[] =>
  runIds.length === 0 ? [] : statements(db).ofRuns.all(JSON.stringify(runIds))

export const deliveriesUnderReceipts = (
  db: Db,
  of: { workspaceId: string; receipts: readonly string[]; system: string },
): DeliveryRow[] =>
  of.receipts.length === 0
    ? []
    : statements(db).ofReceipts.all(of.workspaceId, JSON.stringify(of.receipts), of.system)
