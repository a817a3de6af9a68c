import 'server-only'
import { insertAuditEntry } from '@/db/queries/environments'
import type { Actor, Deps } from '../deps'

/** Who did what to which environment. Never holds a value. */
export const audit = (deps: Deps, actor: Actor, action: string, subject: string): void =>
  insertAuditEntry(deps.db, {
    id: deps.ids.next(),
    workspaceId: actor.workspaceId,
    actor: actor.name,
    action,
    subject,
    at: deps.clock(),
  })
