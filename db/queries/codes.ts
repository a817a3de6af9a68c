import 'server-only'
import { and, desc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import type { Db } from '../client'
import { callbacks, inboxes, runs } from '../schema'
import type { CallbackWithInbox } from './callbacks'
import type { RunRow } from './runs'

/** Runs that end without a code are not kept apart by any index: so many of the newest are looked at for any code. */
const newestRuns = 20_000

/** Newest runs of a system that ended with one of these codes; with any code when none is named. */
export const runsMeeting = (
  db: Db,
  workspaceId: string,
  system: string,
  codes: readonly string[] | undefined,
  limit: number,
): RunRow[] => {
  const ids = codes
    ? codes.flatMap((code) => idsMeeting(db, workspaceId, system, code, limit))
    : idsMeetingAny(db, workspaceId, system, limit)
  if (ids.length === 0) return []
  return db
    .select()
    .from(runs)
    .where(inArray(runs.id, ids.sort().slice(-limit)))
    .orderBy(desc(runs.id))
    .all()
}

/** One code at a time, newest first along its index. */
const idsMeeting = (db: Db, workspaceId: string, system: string, code: string, limit: number): string[] =>
  db
    .select({ id: runs.id })
    .from(runs)
    .where(
      and(
        eq(runs.workspaceId, workspaceId),
        eq(runs.code, code),
        eq(runs.system, system),
        ne(runs.verdict, 'pending'),
      ),
    )
    .orderBy(desc(runs.id))
    .limit(limit)
    .all()
    .map(({ id }) => id)

const idsMeetingAny = (db: Db, workspaceId: string, system: string, limit: number): string[] => {
  const newest = db
    .select({ id: runs.id, code: runs.code, system: runs.system, verdict: runs.verdict })
    .from(runs)
    .where(eq(runs.workspaceId, workspaceId))
    .orderBy(desc(runs.id))
    .limit(newestRuns)
    .as('newest')
  return db
    .select({ id: newest.id })
    .from(newest)
    .where(and(eq(newest.system, system), sql`${newest.verdict} <> 'pending'`, isNotNull(newest.code)))
    .orderBy(desc(newest.id))
    .limit(limit)
    .all()
    .map(({ id }) => id)
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
