import 'server-only'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import * as schema from './schema'

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database }

/**
 * Opens a database file, `:memory:`, or the bytes of a database, which stay in memory. `synchronous=FULL` on the one connection that everything shares: an
 * acknowledged callback survives a power cut, and grouped commits keep that cheap.
 */
export const openDb = (file: string | Buffer): Db => {
  const client = new Database(file)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('busy_timeout = 5000')
  client.pragma('foreign_keys = ON')
  return drizzle(client, { schema })
}
