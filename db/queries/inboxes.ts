import 'server-only'
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Db } from '../client'
import { environments, inboxes, inboxRefusals, inboxUse } from '../schema'
import { statementsOf } from '../statements'
import type { CallbackRow } from './callbacks'

export type InboxRow = typeof inboxes.$inferSelect
export type RefusalRow = typeof inboxRefusals.$inferSelect

const statements = statementsOf((client) => ({
  isThere: client.prepare('select 1 from inboxes where address = ? and deleted_at is null').pluck(),
  refuse: client.prepare(
    `insert into inbox_refusals (inbox_id, reason, remote_address, count, last_at) values (?, ?, ?, ?, ?)
     on conflict (inbox_id, reason, remote_address)
     do update set count = count + excluded.count, last_at = excluded.last_at`,
  ),
  // The senders that were quiet for longest leave.
  forgetRefusals: client.prepare(
    `delete from inbox_refusals where rowid in
       (select rowid from inbox_refusals where inbox_id = ? order by last_at desc, rowid desc limit -1 offset ? + 0)`,
  ),
  oldestAt: client
    .prepare('select received_at from callbacks where inbox_id = ? order by id limit 1')
    .pluck(),
  // What a Go-Live case rests on stays as long as the case does, what is on its way until it is over.
  oldest: client.prepare(
    `select id, workspace_id as workspaceId, received_at as receivedAt, body_bytes as bodyBytes, method, path, query, headers, body,
       remote_address as remoteAddress from callbacks
     where inbox_id = @inboxId and id not in (select value from go_live_evidence, json_each(callback_ids))
       and not exists (select 1 from attempts where callback_id = callbacks.id and state in ('waiting', 'sending'))
     order by id limit @limit + 0`,
  ),
  removeKey: client.prepare(
    'delete from callback_keys where workspace_id = ? and value = ? and callback_id = ?',
  ),
  removeSearch: client.prepare('delete from callbacks_search where rowid = ?'),
  removeAttempts: client.prepare('delete from attempts where callback_id = ?'),
  removeRuleAnswer: client.prepare('delete from rule_answers where callback_id = ?'),
  removeCallback: client.prepare('delete from callbacks where id = ?'),
  removeArrivals: client.prepare('delete from arrivals where inbox_id = ?'),
}))

/** Those that are not deleted, oldest first: the first one is the workspace's default. */
export const inboxesOf = (db: Db, workspaceId: string): InboxRow[] =>
  db
    .select()
    .from(inboxes)
    .where(and(eq(inboxes.workspaceId, workspaceId), isNull(inboxes.deletedAt)))
    .orderBy(asc(inboxes.createdAt), sql`rowid`)
    .all()

export const inboxById = (db: Db, workspaceId: string, id: string): InboxRow | undefined =>
  db
    .select()
    .from(inboxes)
    .where(and(eq(inboxes.workspaceId, workspaceId), eq(inboxes.id, id)))
    .get()

export const inboxByName = (db: Db, workspaceId: string, name: string): InboxRow | undefined =>
  db
    .select()
    .from(inboxes)
    .where(and(eq(inboxes.workspaceId, workspaceId), eq(inboxes.name, name), isNull(inboxes.deletedAt)))
    .get()

/** Of the whole server, for the door. */
export const openInboxRows = (db: Db): InboxRow[] =>
  db.select().from(inboxes).where(isNull(inboxes.deletedAt)).all()

export const isInboxAt = (db: Db, address: string): boolean =>
  statements(db).isThere.get(address) !== undefined

/** Also by one that is being deleted. */
export const isAddressTaken = (db: Db, address: string): boolean =>
  db.select({ id: inboxes.id }).from(inboxes).where(eq(inboxes.address, address)).get() !== undefined

export const insertInbox = (db: Db, row: typeof inboxes.$inferInsert): void => {
  db.insert(inboxes).values(row).run()
}

export const updateInbox = (db: Db, id: string, change: Partial<typeof inboxes.$inferInsert>): void => {
  db.update(inboxes).set(change).where(eq(inboxes.id, id)).run()
}

export const deletedInboxes = (db: Db): InboxRow[] =>
  db.select().from(inboxes).where(isNotNull(inboxes.deletedAt)).all()

export const removeInbox = (db: Db, id: string): void => {
  statements(db).removeArrivals.run(id)
  db.delete(inboxUse).where(eq(inboxUse.inboxId, id)).run()
  db.delete(inboxes).where(eq(inboxes.id, id)).run()
}

export type InboxUse = { callbacks: number; bytes: number; oldestAt: number | null }

export const heldBy = (db: Db, id: string): InboxUse => {
  const use = db.select().from(inboxUse).where(eq(inboxUse.inboxId, id)).get()
  const oldestAt = (statements(db).oldestAt.get(id) as number | undefined) ?? null
  return { callbacks: use?.callbacks ?? 0, bytes: use?.bytes ?? 0, oldestAt }
}

/** Names of the environments that have it as their inbox. */
export const environmentsAt = (db: Db, inboxId: string): string[] =>
  db
    .select({ name: environments.name })
    .from(environments)
    .where(eq(environments.inboxId, inboxId))
    .orderBy(asc(environments.createdAt), asc(environments.id))
    .all()
    .map(({ name }) => name)

/** Adds to what was counted; at most so many senders of each inbox are told apart. */
export const countRefusals = (db: Db, rows: readonly RefusalRow[], most: number): void => {
  const { refuse, forgetRefusals } = statements(db)
  for (const { inboxId, reason, remoteAddress, count, lastAt } of rows) {
    refuse.run(inboxId, reason, remoteAddress, count, lastAt)
  }
  for (const inboxId of new Set(rows.map((row) => row.inboxId))) forgetRefusals.run(inboxId, most)
}

/** The latest first. */
export const refusalsOf = (db: Db, inboxId: string): RefusalRow[] =>
  db
    .select()
    .from(inboxRefusals)
    .where(eq(inboxRefusals.inboxId, inboxId))
    .orderBy(desc(inboxRefusals.lastAt), asc(inboxRefusals.remoteAddress))
    .all()

export const clearRefusals = (db: Db, inboxId: string): void => {
  db.delete(inboxRefusals).where(eq(inboxRefusals.inboxId, inboxId)).run()
}

/** What the removal of a callback reads of it: its size, and its message for the ids by which it is found. */
export type OldCallback = Pick<
  CallbackRow,
  | 'id'
  | 'workspaceId'
  | 'receivedAt'
  | 'bodyBytes'
  | 'method'
  | 'path'
  | 'query'
  | 'headers'
  | 'body'
  | 'remoteAddress'
>

/** The oldest callbacks of an inbox that may go. */
export const oldestCallbacks = (db: Db, of: { inboxId: string; limit: number }): OldCallback[] =>
  (statements(db).oldest.all(of) as (OldCallback & { headers: string })[]).map((row) => ({
    ...row,
    headers: JSON.parse(row.headers),
  }))

/** With all that finds it, these ids and its words, and with what was done with it. */
export const removeCallback = (
  db: Db,
  { id, workspaceId }: Pick<OldCallback, 'id' | 'workspaceId'>,
  keys: readonly { value: string }[],
): void => {
  const { removeKey, removeSearch, removeAttempts, removeRuleAnswer, removeCallback } = statements(db)
  for (const { value } of keys) removeKey.run(workspaceId, value, id)
  removeSearch.run(id)
  removeAttempts.run(id)
  removeRuleAnswer.run(id)
  removeCallback.run(id)
}
