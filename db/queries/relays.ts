import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db } from '../client'
import { inboxes, relays } from '../schema'

export type RelayRow = typeof relays.$inferSelect
export type RelayWithInbox = RelayRow & { inbox: string }

/** Of a workspace, oldest first. */
export const relaysOf = (db: Db, workspaceId: string): RelayWithInbox[] =>
  db
    .select({ row: relays, inbox: inboxes.name })
    .from(relays)
    .innerJoin(inboxes, eq(inboxes.id, relays.inboxId))
    .where(and(eq(relays.workspaceId, workspaceId), isNull(inboxes.deletedAt)))
    .orderBy(asc(relays.createdAt), asc(relays.id))
    .all()
    .map(({ row, inbox }) => ({ ...row, inbox }))

/** Of the whole server: those that copy. */
export const activeRelays = (db: Db): RelayRow[] =>
  db
    .select({ row: relays })
    .from(relays)
    .innerJoin(inboxes, eq(inboxes.id, relays.inboxId))
    .where(and(isNull(relays.pausedAt), isNull(inboxes.deletedAt)))
    .all()
    .map(({ row }) => row)

export const relayById = (db: Db, id: string): RelayRow | undefined =>
  db.select().from(relays).where(eq(relays.id, id)).get()

export const insertRelay = (db: Db, row: typeof relays.$inferInsert): void => {
  db.insert(relays).values(row).run()
}

export const updateRelay = (db: Db, id: string, change: Partial<typeof relays.$inferInsert>): void => {
  db.update(relays).set(change).where(eq(relays.id, id)).run()
}

export const removeRelay = (db: Db, id: string): void => {
  db.delete(relays).where(eq(relays.id, id)).run()
}
