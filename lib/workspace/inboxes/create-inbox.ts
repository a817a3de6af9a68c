import 'server-only'
import { inboxByName, inboxesOf, insertInbox, isAddressTaken } from '@/db/queries/inboxes'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { type Problems, refuseProblems } from '../environments/prepare'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import type { NewInbox } from './inbox-fields'
import type { InboxView } from './inbox-view'
import { forgetInboxes, secretContext } from './open-inboxes'
import { readInbox } from './read-inboxes'
import { unknownSources } from './sources'

/** Nobody looks through more of them, and every screen lists them all. */
const mostInboxes = 200

/** Bytes of entropy of an address that nobody chose, and of a secret. */
const unguessableBytes = 16

export const createInbox = (deps: Deps, actor: Actor, input: NewInbox): InboxView => {
  requireRole(actor, 'member')
  const { workspaceId } = actor
  if (inboxesOf(deps.db, workspaceId).length >= mostInboxes) {
    throw new Refusal('limit', `A workspace has ${mostInboxes} inboxes at most. Delete one that nobody uses.`)
  }
  const problems: Problems = {}
  if (inboxByName(deps.db, workspaceId, input.name)) problems.name = [nameTaken(input.name)]
  if (input.address !== undefined && isAddressTaken(deps.db, input.address)) {
    problems.address = ['Another inbox of this server has this address. Choose another, or leave it empty.']
  }
  checkSources(input.sources, problems)
  refuseProblems(problems)
  const id = deps.ids.next()
  deps.db.transaction(() => {
    insertInbox(deps.db, {
      id,
      workspaceId,
      name: input.name,
      address: input.address ?? deps.ids.token(unguessableBytes),
      secret: sealedSecret(deps, id, input.secret ?? null),
      sources: input.sources ?? [],
      publicUrl: input.publicUrl ?? null,
      createdAt: deps.clock(),
    })
    recordAudit(deps, actor, 'made an inbox', input.name)
  })
  forgetInboxes(deps)
  deps.live.announce(workspaceId, { type: 'world', data: { reason: 'settings' } })
  return readInbox(deps, actor, input.name)
}

export const nameTaken = (name: string): string => `There is an inbox called “${name}” already.`

export const sealedSecret = (deps: Deps, id: string, secret: string | null): Buffer | null =>
  secret === null
    ? null
    : deps.vault.seal(secret === 'generate' ? deps.ids.token(unguessableBytes) : secret, secretContext(id))

export const checkSources = (sources: readonly string[] = [], problems: Problems): void => {
  const unknown = unknownSources(sources)
  if (unknown.length === 0) return
  problems.sources = [
    `Neither an address, nor a range, nor a system with published addresses: ${unknown.slice(0, 5).join(', ')}.`,
  ]
}
