import 'server-only'
import { clearRefusals, type InboxRow, inboxByName, updateInbox } from '@/db/queries/inboxes'
import type { Actor, Deps } from '../deps'
import { type Problems, refuseProblems } from '../environments/prepare'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import { checkSources, nameTaken, sealedSecret } from './create-inbox'
import type { InboxChange } from './inbox-fields'
import { type InboxView, viewOf } from './inbox-view'
import { forgetInboxes } from './open-inboxes'
import { findInbox, readInbox } from './read-inboxes'

/** Holds from the next request on. What was stored and answered stays as it is. */
export const changeInbox = (deps: Deps, actor: Actor, name: string, input: InboxChange): InboxView => {
  requireRole(actor, 'member')
  const row = findInbox(deps, actor, name)
  const problems: Problems = {}
  const other = input.name === undefined ? undefined : inboxByName(deps.db, actor.workspaceId, input.name)
  if (other && other.id !== row.id) problems.name = [nameTaken(other.name)]
  checkSources(input.sources, problems)
  refuseProblems(problems)
  const change = changeOf(deps, row, input)
  if (Object.keys(change).length === 0) return viewOf(deps, actor, row)
  deps.db.transaction(() => {
    updateInbox(deps.db, row.id, change)
    recordAudit(deps, actor, 'changed an inbox', `${row.name}: ${wordsOf(row, change).join(', ')}`)
  })
  forgetInboxes(deps)
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'settings' } })
  return readInbox(deps, actor, change.name ?? row.name)
}

type Change = Partial<
  Pick<
    InboxRow,
    | 'name'
    | 'secret'
    | 'sources'
    | 'publicUrl'
    | 'pausedAt'
    | 'validation'
    | 'keepDays'
    | 'keepCount'
    | 'keepBytes'
  >
>

/** What is other than before. */
const changeOf = (deps: Deps, row: InboxRow, input: InboxChange): Change => {
  const { secret, paused, ...plain } = input
  const isOther = (name: keyof typeof plain) => JSON.stringify(plain[name]) !== JSON.stringify(row[name])
  const given = Object.entries(plain).filter(
    ([name, value]) => value !== undefined && isOther(name as keyof typeof plain),
  )
  return {
    ...(Object.fromEntries(given) as Change),
    ...(secret !== undefined &&
      !(secret === null && row.secret === null) && { secret: sealedSecret(deps, row.id, secret) }),
    ...(paused !== undefined &&
      paused !== (row.pausedAt !== null) && { pausedAt: paused ? deps.clock() : null }),
  }
}

/** For the audit: what was changed, and no secret. */
const wordsOf = (row: InboxRow, change: Change): string[] => {
  const { name, secret, sources, publicUrl, pausedAt, validation, keepDays, keepCount, keepBytes } = change
  const bound = (value: number | null | undefined, one: string) =>
    value === undefined ? undefined : value === null ? `no bound by ${one}` : `at most ${value} by ${one}`
  return [
    name && `is called ${name} now`,
    secret === null && 'asks for no secret',
    secret && (row.secret ? 'has a new secret' : 'asks for a secret'),
    sources && `takes messages from ${sources.join(' ') || 'anybody'}`,
    publicUrl === null && 'is reached at the server’s address',
    publicUrl && `is reached at ${publicUrl}`,
    pausedAt === null && 'takes messages again',
    pausedAt && 'is paused',
    validation && `validations ${validation}`,
    bound(keepDays, 'days'),
    bound(keepCount, 'number'),
    bound(keepBytes, 'bytes'),
  ].flatMap((words) => words || [])
}

/** Starts counting anew. */
export const forgetRefused = (deps: Deps, actor: Actor, name: string): InboxView => {
  requireRole(actor, 'member')
  const row = findInbox(deps, actor, name)
  viewOf(deps, actor, row)
  clearRefusals(deps.db, row.id)
  return viewOf(deps, actor, row)
}
