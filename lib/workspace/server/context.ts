import 'server-only'
import { randomBytes } from 'node:crypto'
import { chmodSync, closeSync, openSync } from 'node:fs'
import path from 'node:path'
import { openDb } from '@/db/client'
import { migrateDb } from '@/db/migrate'
import { createVault } from '@/lib/crypto/vault'
import { config, rootFolder } from '@/lib/env'
import { createHttpClient } from '@/lib/http/client'
import { ofProcess } from '@/lib/process-state'
import { createRunIds } from '@/lib/run-ids'
import { systemAtHost } from '@/lib/systems/provider-hosts'
import type { Deps } from '../deps'
import { createLive } from '../live/live-hub'
import { ownInboxes } from '../world/own-inbox'

/**
 * What the verbs work with in this process: one database connection, one client, one live feed, shared by every module
 * graph. Opens the database at first use, so that building the product touches no file.
 */
export const deps = ofProcess('deps', (): Deps => {
  const settings = config()
  const file = path.join(settings.dataDir, 'jaribu.db')
  // SQLite gives its log and index files the mode of the database itself.
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
  const db = openDb(file)
  migrateDb(db, path.join(rootFolder(), 'db/migrations'), file)
  const made: Deps = {
    db,
    clock: Date.now,
    ids: { next: createRunIds(), token: (bytes) => randomBytes(bytes).toString('base64url') },
    vault: createVault(settings.secret),
    http: createHttpClient({ ...settings, isProvider: (host) => systemAtHost(host) !== undefined }),
    live: createLive(db, Date.now),
    config: settings,
  }
  made.ownInboxes = ownInboxes(made)
  return made
})
