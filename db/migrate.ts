import 'server-only'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { Db } from './client'

type Journal = { entries: { when: number; tag: string }[] }

/** The database is of a newer version, whose tables this one does not know: nothing was touched. */
export class NewerDatabaseError extends Error {
  constructor() {
    super('The database is of a newer version.')
    this.name = 'NewerDatabaseError'
  }
}

/**
 * Brings a database up to date and returns how many migrations ran.
 *
 * Foreign keys are off while migrations run: a rebuilt table would otherwise empty its children by cascade, because the
 * pragma that drizzle-kit writes has no effect inside the migrator's transaction. They are checked before being switched
 * on again. A file with pending migrations is copied aside first (`<file>.before-<tag>`). A database of a newer version is left
 * as it is.
 */
export const migrateDb = (db: Db, folder: string, file?: string): number => {
  const journal: Journal = JSON.parse(readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8'))
  const applied = lastApplied(db)
  if (applied > Math.max(0, ...journal.entries.map(({ when }) => when))) throw new NewerDatabaseError()
  const pending = journal.entries.filter((entry) => entry.when > applied)
  if (pending.length === 0) return 0
  if (file && applied > 0 && existsSync(file)) {
    db.$client.pragma('wal_checkpoint(TRUNCATE)')
    copyFileSync(file, `${file}.before-${pending[0]?.tag}`)
  }
  db.$client.pragma('foreign_keys = OFF')
  try {
    migrate(db, { migrationsFolder: folder })
    const broken = db.$client.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) {
      throw new Error(
        `The migration left ${broken.length} rows without their parent; the copy aside is intact.`,
      )
    }
  } finally {
    db.$client.pragma('foreign_keys = ON')
  }
  return pending.length
}

const lastApplied = (db: Db): number => {
  const table = db.$client
    .prepare("select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'")
    .get()
  if (!table) return 0
  const row = db.$client.prepare('select max(created_at) as at from __drizzle_migrations').get() as {
    at: number | null
  }
  return row.at ?? 0
}
