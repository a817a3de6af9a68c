import 'server-only'
import type { Db } from '../client'
import { statementsOf } from '../statements'

/**
 * What still waits for something stays, and what something that waits is about: a callback that is owed, or the result
 * of a run that asked for it. So does what a Go-Live sheet rests on, may yet rest on, or was told of by somebody.
 */
const mayGo = `runs.workspace_id = @workspaceId and runs.origin = 'software' and runs.verdict <> 'pending'
  and runs.id not in (select value from go_live_evidence, json_each(run_ids))
  and runs.id not in (
    select run_id from callbacks
    where id in (select value from go_live_evidence, json_each(callback_ids)) and run_id is not null)
  and runs.id not in (select run_id from go_live_runs)
  and runs.id not in (select run_id from go_live_sessions where run_id is not null)
  and not exists (
    select 1 from go_live_queue
    where go_live_queue.environment_id = runs.environment_id and subject = 'run:' || runs.id)
  and not exists (
    select 1 from go_live_judging
    where go_live_judging.environment_id = runs.environment_id and runs.id < runs_before)
  and not exists (
    select 1 from correlation_keys own
    join world_due_keys on world_due_keys.workspace_id = own.workspace_id and world_due_keys.value = own.value
    join world_dues on world_dues.id = due_id
    where own.run_id = runs.id and world_dues.state in ('waiting', 'sending'))
  and not exists (
    select 1 from correlation_keys own
    join correlation_keys named on named.workspace_id = own.workspace_id and named.value = own.value
    join runs asking on asking.id = named.run_id
    where own.run_id = runs.id and asking.id <> runs.id and asking.verdict = 'pending')`

const statements = statementsOf((client) => ({
  beyond: client
    .prepare(
      `select id from runs where workspace_id = ? and origin = 'software' order by id desc limit 1 offset ? + 0`,
    )
    .pluck(),
  byNumber: client
    .prepare(`select id from runs where id <= @last and ${mayGo} order by id limit @limit + 0`)
    .pluck(),
  byAge: client
    .prepare(
      `select id from runs where created_at < @before and ${mayGo} order by created_at limit @limit + 0`,
    )
    .pluck(),
}))

/** The newest run of their own software that is one too many. */
export const softwareRunBeyond = (db: Db, workspaceId: string, most: number): string | undefined =>
  statements(db).beyond.get(workspaceId, most) as string | undefined

type Asked = { workspaceId: string; limit: number }

/** Runs of their own software that may go, the oldest first: up to this one. */
export const softwareRunsUpTo = (db: Db, last: string, asked: Asked): string[] =>
  statements(db).byNumber.all({ ...asked, last }) as string[]

/** The same, from before this time. */
export const softwareRunsBefore = (db: Db, before: number, asked: Asked): string[] =>
  statements(db).byAge.all({ ...asked, before }) as string[]
