import 'server-only'
import { statSync } from 'node:fs'
import path from 'node:path'
import type { Actor, Deps } from '../deps'
import { requireRole } from '../people/require-role'

export type AboutView = {
  version: string
  node: string
  publicUrl: string
  listensOn: string
  /** Where inboxes alone answer. */
  hooksOn: string | null
  /** Null for those who do not run the server. */
  dataDir: string | null
  databaseBytes: number
  allowPrivateTargets: boolean
}

export const about = ({ config }: Deps, actor: Actor): AboutView => {
  requireRole(actor, 'viewer')
  const file = path.join(config.dataDir, 'jaribu.db')
  return {
    version: config.version,
    node: process.versions.node,
    publicUrl: config.publicUrl,
    listensOn: `${config.host}:${config.port}`,
    hooksOn: config.hookPort === undefined ? null : `${config.host}:${config.hookPort}`,
    dataDir: actor.role === 'owner' ? config.dataDir : null,
    databaseBytes: sizeOf(file) + sizeOf(`${file}-wal`),
    allowPrivateTargets: config.allowPrivateTargets,
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
