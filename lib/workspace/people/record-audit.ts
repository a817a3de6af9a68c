import 'server-only'
import { auditEntries } from '@/db/schema'
import type { Actor, Deps } from '../deps'

/** Keeps who did what to which thing. `subject` names the thing in words and holds no secret. */
export const recordAudit = (
  { db, ids, clock }: Pick<Deps, 'db' | 'ids' | 'clock'>,
  actor: Pick<Actor, 'workspaceId' | 'name'>,
  action: string,
  subject: string,
): void => {
  db.insert(auditEntries)
    .values({
      id: ids.next(),
      workspaceId: actor.workspaceId,
      actor: actor.name,
      action,
      subject,
      at: clock(),
    })
    .run()
}
