import path from 'node:path'
import Database from 'better-sqlite3'
import type { Jaribu } from './server'

const hour = 3_600_000
export const day = 24 * hour

/** Midnight in Nairobi, at or before a moment. */
export const nairobiMidnight = (at: number) => Math.floor((at + 3 * hour) / day) * day - 3 * hour

type Seeded = { id: string; at: number; verdict: string; code: string; cents: number }

/**
 * Three months of pushes, written into the story's own database while its server runs: six a day, of which one is
 * cancelled and, every third day, one finds too little money. Returns what was written.
 */
export const seedMonths = (jaribu: Jaribu, now: number): Seeded[] => {
  const database = new Database(path.join(jaribu.dataDir, 'jaribu.db'), { timeout: 5_000 })
  const environment = database
    .prepare("select id, workspace_id, name, kind from environments where slug = 'local'")
    .get() as { id: string; workspace_id: string; name: string; kind: string }
  const insert = database.prepare(
    `insert into runs (id, workspace_id, environment_id, environment_name, environment_kind, system, operation, sent_by,
       created_at, "values", request_method, request_url, request_headers, request_body, answer_status, answer_headers,
       answer_body, answer_ms, answered_at, verdict, code, description, verdict_at, result_at, amount_cents, currency,
       msisdn, reference)
     values (@id, @workspace, @environment, @name, @kind, 'daraja', 'daraja.stk-push', 'Seed', @at, '{}', 'POST',
       'http://localhost/', '[]', '{}', 200, '[]', '{}', @ms, @at + @ms, @verdict, @code, @words, @at + @took, @at + @took,
       @cents, 'KES', '254708374149', @id)`,
  )
  const seeded: Seeded[] = []
  const today = nairobiMidnight(now)
  database.transaction(() => {
    for (let ago = 90; ago >= 1; ago -= 1) {
      for (let turn = 0; turn < 6; turn += 1) {
        const number = ago * 6 + turn
        const code = turn === 0 ? '1032' : turn === 1 && ago % 3 === 0 ? '1' : '0'
        const run = {
          id: `01SEED${String(10_000 - number).padStart(20, '0')}`,
          at: today - ago * day + (8 + turn) * hour,
          verdict: code === '0' ? 'paid' : 'failed',
          code,
          cents: 10_000 + turn * 500,
        }
        seeded.push(run)
        insert.run({
          ...run,
          workspace: environment.workspace_id,
          environment: environment.id,
          name: environment.name,
          kind: environment.kind,
          ms: 40 + turn,
          took: 4_000 + turn * 1_000,
          words: { '0': 'Paid', '1': 'The balance is insufficient', '1032': 'Cancelled' }[code],
        })
      }
    }
  })()
  database.close()
  return seeded
}
