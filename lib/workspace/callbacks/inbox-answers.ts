import 'server-only'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { inboxes } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'

export const inboxAnswers = z
  .object({
    name: z.string(),
    validation: z.string().describe('`accept`, `silent`, or the code that every validation is refused with.'),
  })
  .meta({ id: 'InboxAnswers' })
export type InboxAnswers = z.infer<typeof inboxAnswers>

/** Any code but zero: M-Pesa takes every other value for a refusal. */
export const inboxChange = z.strictObject({
  validation: z.union([
    z.enum(['accept', 'silent']),
    z.string().regex(/^(?!0+$)[A-Z0-9.]{1,20}$/, 'accept, silent, or a code that is not zero'),
  ]),
})

const where = (actor: Actor, name: string) =>
  and(eq(inboxes.workspaceId, actor.workspaceId), eq(inboxes.name, name))

export const readInboxAnswers = (deps: Deps, actor: Actor, name: string): InboxAnswers => {
  requireRole(actor, 'viewer')
  const row = deps.db
    .select({ name: inboxes.name, validation: inboxes.validation })
    .from(inboxes)
    .where(where(actor, name))
    .get()
  if (!row) throw new Refusal('not-found', 'There is no such inbox in this workspace.')
  return row
}

/** Holds from the next validation on; what was answered stays answered. */
export const changeInboxAnswers = (deps: Deps, actor: Actor, input: InboxAnswers): InboxAnswers => {
  requireRole(actor, 'member')
  const before = readInboxAnswers(deps, actor, input.name)
  if (before.validation === input.validation) return before
  deps.db.update(inboxes).set({ validation: input.validation }).where(where(actor, input.name)).run()
  recordAudit(deps, actor, 'change inbox', `${input.name}: validations ${input.validation}`)
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'settings' } })
  return readInboxAnswers(deps, actor, input.name)
}
