import 'server-only'
import { desc, eq } from 'drizzle-orm'
import type { Db } from '../client'
import { applicationKeys } from '../schema'
import { statementsOf } from '../statements'

export type ApplicationKeyRow = typeof applicationKeys.$inferSelect
export type UsedKey = Omit<ApplicationKeyRow, 'firstSeenAt' | 'lastSeenAt'> & { at: number }

const statements = statementsOf((client) => ({
  use: client.prepare(
    `insert into application_keys
       (workspace_id, fingerprint, environment_id, system, label, first_seen_at, last_seen_at)
     values (@workspaceId, @fingerprint, @environmentId, @system, @label, @at, @at)
     on conflict do update set last_seen_at = max(last_seen_at, excluded.last_seen_at)`,
  ),
}))

/** Remembers that a run is sent with this key. */
export const noteApplicationKey = (db: Db, key: UsedKey): void => {
  statements(db).use.run(key)
}

/** Last used first. */
export const applicationKeysOf = (db: Db, workspaceId: string): ApplicationKeyRow[] =>
  db
    .select()
    .from(applicationKeys)
    .where(eq(applicationKeys.workspaceId, workspaceId))
    .orderBy(desc(applicationKeys.lastSeenAt), applicationKeys.fingerprint)
    .all()
