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
  // The default of 4 MB would be written back several times a second under load.
  client.pragma('wal_autocheckpoint = 4000')
  // Ids come in no order: their indexes have to stay at hand.
  client.pragma('cache_size = -32768')
  // What a statement sorts or tells apart by the way costs a file otherwise, and mostly is a few rows.
  client.pragma('temp_store = MEMORY')
  client.pragma('busy_timeout = 5000')
  client.pragma('foreign_keys = ON')
  return drizzle(client, { schema })
}

/**
 * Commits that nobody was promised: what they hold is made again from what is safe on the disk already. A power cut may
 * take the newest of them back, all of a commit and in their order; the next ordinary commit makes them safe as well.
 */
export const withoutWaiting = <Result>({ $client }: Db, work: () => Result): Result => {
  if ($client.inTransaction) return work()
  $client.pragma('synchronous = NORMAL')
  try {
    return work()
  } finally {
    $client.pragma('synchronous = FULL')
  }
}

const transactors = new WeakMap<Database.Database, (work: () => void) => void>()

/** All or nothing. Within a transaction it is a part of that: whoever catches what one of its parts throws ends it all. */
export const inTransaction = <Result>({ $client }: Db, work: () => Result): Result => {
  if ($client.inTransaction) return work()
  // One wrapper a connection: making one costs as much as a statement.
  const transact = transactors.get($client) ?? $client.transaction((inside: () => void) => inside())
  transactors.set($client, transact)
  const done: { result?: Result } = {}
  transact(() => {
    done.result = work()
  })
  return done.result as Result
}
