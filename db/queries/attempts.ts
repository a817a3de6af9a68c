import 'server-only'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../client'
import { attempts, callbacks, forwardTargets, replays } from '../schema'
import { statementsOf } from '../statements'

export type AttemptRow = typeof attempts.$inferSelect
export type TargetRow = typeof forwardTargets.$inferSelect
export type ReplayRow = typeof replays.$inferSelect
type AttemptState = AttemptRow['state']

const statements = statementsOf((client) => ({
  // Of one conversation in one lane, what came first goes first, and nothing goes past what is still tried. A lane whose
  // receiver keeps everybody waiting takes no place from the others.
  due: client.prepare(
    `select id, lane from attempts as mine where state = 'waiting' and due_at <= ?
       and not exists (
         select 1 from attempts as earlier
         where earlier.lane = mine.lane and earlier.order_key = mine.order_key
           and earlier.state in ('waiting', 'sending') and earlier.callback_id < mine.callback_id)
       and lane not in (select value from json_each(?))
       order by due_at, id limit ?`,
  ),
  next: client.prepare("select min(due_at) from attempts where state = 'waiting' and due_at > ?").pluck(),
  claim: client.prepare(
    "update attempts set state = 'sending', started_at = ? where id = ? and state = 'waiting'",
  ),
  recover: client.prepare(
    // Said as the index has it, which then holds all that is asked for.
    "update attempts set state = 'waiting' where state in ('waiting', 'sending') and state = 'sending'",
  ),
  prune: client.prepare(
    `delete from attempts where id in (
       select id from attempts where state not in ('waiting', 'sending', 'dead') and id < ? order by id limit ?)`,
  ),
}))

/** The oldest ones that may leave now, of other lanes than these. */
export const dueAttempts = (
  db: Db,
  now: number,
  { fullLanes, limit }: { fullLanes: readonly string[]; limit: number },
): { id: string; lane: string }[] =>
  statements(db).due.all(now, JSON.stringify(fullLanes), limit) as { id: string; lane: string }[]

/** When the next one falls due; null for none. */
export const nextAttemptAfter = (db: Db, now: number): number | null =>
  statements(db).next.get(now) as number | null

/** False where it was cancelled meanwhile. */
export const claimAttempt = (db: Db, id: string, now: number): boolean =>
  statements(db).claim.run(now, id).changes > 0

/** What was on its way when the last process ended waits again. */
export const recoverAttempts = (db: Db): void => {
  statements(db).recover.run()
}

/** Forgets tries that ended long ago; what is owed or dead stays. */
export const pruneAttempts = (db: Db, beforeId: string, limit: number): number =>
  statements(db).prune.run(beforeId, limit).changes

export const insertAttempt = (db: Db, row: AttemptRow): void => {
  db.insert(attempts).values(row).run()
}

export const updateAttempt = (db: Db, id: string, change: Partial<AttemptRow>): void => {
  db.update(attempts).set(change).where(eq(attempts.id, id)).run()
}

export const attemptOf = (db: Db, id: string): AttemptRow | undefined =>
  db.select().from(attempts).where(eq(attempts.id, id)).get()

/** Of these callbacks, in the order in which they were made. */
export const attemptsOfCallbacks = (db: Db, workspaceId: string, ids: readonly number[]): AttemptRow[] =>
  ids.length === 0
    ? []
    : db
        .select()
        .from(attempts)
        .where(and(inArray(attempts.callbackId, [...ids]), eq(attempts.workspaceId, workspaceId)))
        .orderBy(asc(attempts.id))
        .limit(500)
        .all()

/** Newest first. */
export const deadLetters = (
  db: Db,
  workspaceId: string,
  { inboxId, targetId }: { inboxId?: string; targetId?: string },
  limit: number,
): AttemptRow[] =>
  db
    .select({ row: attempts })
    .from(attempts)
    .innerJoin(callbacks, eq(callbacks.id, attempts.callbackId))
    .where(
      and(
        eq(attempts.workspaceId, workspaceId),
        sql`${attempts.state} = 'dead'`,
        inboxId === undefined ? undefined : eq(callbacks.inboxId, inboxId),
        targetId === undefined ? undefined : eq(attempts.targetId, targetId),
      ),
    )
    .orderBy(desc(attempts.id))
    .limit(limit)
    .all()
    .map(({ row }) => row)

/** Waiting ones of a replay or a target end here. Returns how many those were. */
export const cancelWaiting = (db: Db, of: { replayId: string } | { targetId: string }, now: number): number =>
  db
    .update(attempts)
    .set({ state: 'cancelled', finishedAt: now })
    .where(
      and(
        'replayId' in of ? eq(attempts.replayId, of.replayId) : eq(attempts.targetId, of.targetId),
        eq(attempts.state, 'waiting'),
      ),
    )
    .run().changes

export const targetsOfInbox = (db: Db, inboxId: string): TargetRow[] =>
  db
    .select()
    .from(forwardTargets)
    .where(eq(forwardTargets.inboxId, inboxId))
    .orderBy(asc(forwardTargets.id))
    .all()

export const targetOf = (db: Db, workspaceId: string, id: string): TargetRow | undefined =>
  db
    .select()
    .from(forwardTargets)
    .where(and(eq(forwardTargets.id, id), eq(forwardTargets.workspaceId, workspaceId)))
    .get()

export const insertTarget = (db: Db, row: TargetRow): void => {
  db.insert(forwardTargets).values(row).run()
}

export const updateTarget = (db: Db, id: string, change: Partial<TargetRow>): void => {
  db.update(forwardTargets).set(change).where(eq(forwardTargets.id, id)).run()
}

export const deleteTarget = (db: Db, id: string): void => {
  db.delete(forwardTargets).where(eq(forwardTargets.id, id)).run()
}

type Counted = Partial<Record<AttemptState, number>>

const countsOf = (rows: readonly { state: AttemptState; count: number }[]): Counted =>
  Object.fromEntries(rows.map(({ state, count }) => [state, count]))

const counting = { state: attempts.state, count: sql<number>`count(*)` }

/** By state. */
export const countsOfTarget = (db: Db, id: string): Counted =>
  countsOf(db.select(counting).from(attempts).where(eq(attempts.targetId, id)).groupBy(attempts.state).all())

export const countsOfReplay = (db: Db, id: string): Counted =>
  countsOf(db.select(counting).from(attempts).where(eq(attempts.replayId, id)).groupBy(attempts.state).all())

/** The newest tries of a target that have ended, newest first. */
export const lastOfTarget = (db: Db, id: string, limit: number): AttemptRow[] =>
  db
    .select()
    .from(attempts)
    .where(and(eq(attempts.targetId, id), inArray(attempts.state, ['taken', 'failed', 'dead'])))
    .orderBy(desc(attempts.id))
    .limit(limit)
    .all()

export const insertReplay = (db: Db, row: ReplayRow): void => {
  db.insert(replays).values(row).run()
}

export const replayOf = (db: Db, workspaceId: string, id: string): ReplayRow | undefined =>
  db
    .select()
    .from(replays)
    .where(and(eq(replays.id, id), eq(replays.workspaceId, workspaceId)))
    .get()

/** Newest first. */
export const newestReplays = (db: Db, workspaceId: string, limit: number): ReplayRow[] =>
  db
    .select()
    .from(replays)
    .where(eq(replays.workspaceId, workspaceId))
    .orderBy(desc(replays.id))
    .limit(limit)
    .all()
