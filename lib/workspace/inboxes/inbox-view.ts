import 'server-only'
import { z } from 'zod'
import { environmentsAt, heldBy, type InboxRow, refusalsOf } from '@/db/queries/inboxes'
import type { Actor, Deps } from '../deps'
import { isAtLeast } from '../people/require-role'
import { epochMs } from '../views'
import { inboxUrlOf, maskedInboxUrlOf } from './inbox-url'
import { writeRefusals } from './note-refusals'
import { openSecret } from './open-inboxes'

export const inboxView = z
  .object({
    id: z.string(),
    name: z.string(),
    address: z.string().describe('The segment of `/hook/<address>`.'),
    url: z.string().describe('Where senders reach it. For viewers its secret is hidden.'),
    hasSecret: z.boolean(),
    publicUrl: z.string().nullable(),
    sources: z.array(z.string()),
    pausedAt: epochMs.nullable(),
    validation: z.string().describe('`accept`, `silent`, or the code that every validation is refused with.'),
    keepDays: z.int().nullable(),
    keepCount: z.int().nullable(),
    keepBytes: z.int().nullable(),
    use: z.object({
      callbacks: z.int(),
      bytes: z.int().describe('Of bodies.'),
      oldestAt: epochMs.nullable(),
    }),
    environments: z.array(z.string()).describe('Names of those that have it as their inbox.'),
    refused: z
      .array(
        z.object({
          reason: z.enum(['source', 'secret', 'paused']),
          remoteAddress: z.string(),
          count: z.int(),
          lastAt: epochMs,
        }),
      )
      .describe('Requests that were turned away and not stored, by sender, the latest first.'),
    isDeclared: z.boolean().describe('JARIBU_INBOX names it: it is there at every start.'),
    createdAt: epochMs,
  })
  .meta({ id: 'Inbox' })
export type InboxView = z.infer<typeof inboxView>

/** The URL as this person may see it. */
export const inboxUrlFor = (
  deps: Pick<Deps, 'config' | 'vault'>,
  actor: Pick<Actor, 'role'>,
  row: Pick<InboxRow, 'id' | 'address' | 'publicUrl' | 'secret'>,
): string => {
  const { publicUrl } = deps.config
  const { address, publicUrl: own } = row
  if (!isAtLeast(actor.role, 'member')) {
    const secret = row.secret === null ? null : ''
    return maskedInboxUrlOf(publicUrl, { address, publicUrl: own, secret })
  }
  return inboxUrlOf(publicUrl, { address, publicUrl: own, secret: openSecret(deps, row) })
}

export const viewOf = (deps: Deps, actor: Pick<Actor, 'role'>, row: InboxRow): InboxView => {
  writeRefusals(deps)
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    url: inboxUrlFor(deps, actor, row),
    hasSecret: row.secret !== null,
    publicUrl: row.publicUrl,
    sources: row.sources,
    pausedAt: row.pausedAt,
    validation: row.validation,
    keepDays: row.keepDays,
    keepCount: row.keepCount,
    keepBytes: row.keepBytes,
    use: heldBy(deps.db, row.id),
    environments: environmentsAt(deps.db, row.id),
    refused: refusalsOf(deps.db, row.id).map(({ reason, remoteAddress, count, lastAt }) => ({
      reason,
      remoteAddress,
      count,
      lastAt,
    })),
    isDeclared: (deps.config.inboxes ?? []).some(({ address }) => address === row.address),
    createdAt: row.createdAt,
  }
}
