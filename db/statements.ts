import 'server-only'
import type Database from 'better-sqlite3'
import type { Db } from './client'

/**
 * Statements of the hot paths, prepared once a connection: building a query costs more than running these. A bound limit
 * is written `limit ? + 0`: a bare one is a hint to the planner, so that SQLite prepares the statement anew at each run.
 */
export const statementsOf = <T>(prepare: (client: Database.Database) => T): ((db: Db) => T) => {
  const made = new WeakMap<Database.Database, T>()
  return (db) => {
    const known = made.get(db.$client)
    if (known) return known
    const fresh = prepare(db.$client)
    made.set(db.$client, fresh)
    return fresh
  }
}

/** The same for queries that give whole rows, built once a connection. */
export const queriesOf = <T>(prepare: (db: Db) => T): ((db: Db) => T) => {
  const made = new WeakMap<Database.Database, T>()
  return (db) => {
    const known = made.get(db.$client)
    if (known) return known
    const fresh = prepare(db)
    made.set(db.$client, fresh)
    return fresh
  }
}
