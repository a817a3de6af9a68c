import 'server-only'
import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Db } from '../client'
import { callbacks, inboxes, runs } from '../schema'
import type { CallbackWithInbox } from './callbacks'
import type { RunRow } from './runs'

/** There is no index on a run's code: so many of the newest are looked at. */
const newestRuns = 20_000

/** Newest runs of a system that ended with one of these codes; with any code when none is named. */
export const runsMeeting = (
  db: Db,
  workspaceId: string,
  system: string,
  codes: readonly string[] | undefined,
  limit: number,
): RunRow[] => {
  const newest = db
    .select({ id: runs.id, code: runs.code, system: runs.system, verdict: runs.verdict })
    .from(runs)
    .where(eq(runs.workspaceId, workspaceId))
    .orderBy(desc(runs.id))
    .limit(newestRuns)
    .as('newest')
  const ids = db
    .select({ id: newest.id })
    .from(newest)
    .where(
      and(
        eq(newest.system, system),
        sql`${newest.verdict} <> 'pending'`,
        codes ? inArray(newest.code, [...codes]) : isNotNull(newest.code),
      ),
    )
    .orderBy(desc(newest.id))
    .limit(limit)
    .all()
  return ids.length === 0
    ? []
    : db
        .select()
        .from(runs)
        .where(
          inArray(
            runs.id,
            ids.map(({ id }) => id),
          ),
        )
        .orderBy(desc(runs.id))
        .all()
}

/** Newest callbacks of a system that carry one of these codes; with any code when none is named. */
export const callbacksMeeting = (
  db: Db,
  workspaceId: string,
  system: string,
  codes: readonly string[] | undefined,
  limit: number,
): (CallbackWithInbox & { operation: string | null })[] =>
  db
    .select({ callback: callbacks, inbox: inboxes.name, operation: runs.operation })
    .from(callbacks)
    .innerJoin(inboxes, eq(inboxes.id, callbacks.inboxId))
    .leftJoin(runs, eq(runs.id, callbacks.runId))
    .where(
      and(
        eq(callbacks.workspaceId, workspaceId),
        codes ? inArray(callbacks.code, [...codes]) : isNotNull(callbacks.code),
        eq(callbacks.system, system),
      ),
    )
    .orderBy(desc(callbacks.id))
    .limit(limit)
    .all()
    .map(({ callback, ...joined }) => ({ ...callback, ...joined }))
