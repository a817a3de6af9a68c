import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { type InboxRow, isInboxAt, openInboxRows } from '@/db/queries/inboxes'
import { isWithin } from '@/lib/http/ranges'
import { ofDatabase } from '@/lib/process-state'
import type { Deps } from '../deps'
import { inboxUrlOf, maskedInboxUrlOf } from './inbox-url'
import { rangesOf } from './sources'

/** An inbox as the door needs it: everything decided that can be, so that a capture asks nothing of the database. */
export type OpenInbox = {
  id: string
  workspaceId: string
  name: string
  address: string
  publicUrl: string | null
  validation: string
  isPaused: boolean
  /** In plain text: never store, log or return it. */
  secret: string | null
  /** Whether a path segment is the secret, in a time that tells nothing. True where it has none. */
  knows(segment: string): boolean
  takesFrom(address: string): boolean
}

const book = ofDatabase('open-inboxes', (): { byAddress?: Map<string, OpenInbox> } => ({}))

export const secretContext = (inboxId: string): string => `inbox ${inboxId}`

export const openSecret = (
  deps: Pick<Deps, 'vault'>,
  { id, secret }: Pick<InboxRow, 'id' | 'secret'>,
): string | null => (secret === null ? null : deps.vault.open(secret, secretContext(id)))

/** The inbox of `/hook/<address>`. */
export const inboxAt = (deps: Deps, address: string): OpenInbox | undefined => {
  const found = openOnes(deps).get(address)
  if (found || !isInboxAt(deps.db, address)) return found
  forgetInboxes(deps)
  return openOnes(deps).get(address)
}

const openOnes = (deps: Deps): Map<string, OpenInbox> => {
  const open = book(deps)
  open.byAddress ??= new Map(openInboxRows(deps.db).map((row) => [row.address, opened(deps, row)]))
  return open.byAddress
}

/** The URL of an inbox, and as screens and stored values have it; its secret in plain text. */
export type InboxUrls = { url: string; masked: string; secret: string | null }

/** Of every inbox of a workspace. */
export const inboxUrlsOf = (deps: Deps, workspaceId: string): InboxUrls[] =>
  [...openOnes(deps).values()]
    .filter((inbox) => inbox.workspaceId === workspaceId)
    .map((inbox) => ({
      url: inboxUrlOf(deps.config.publicUrl, inbox),
      masked: maskedInboxUrlOf(deps.config.publicUrl, inbox),
      secret: inbox.secret,
    }))

/** Called with every change of an inbox: the next capture reads them anew. */
export const forgetInboxes = (deps: Deps): void => {
  book(deps).byAddress = undefined
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const opened = (deps: Deps, row: InboxRow): OpenInbox => {
  const secret = openSecret(deps, row)
  const expected = secret === null ? undefined : digest(secret)
  const isListed = isWithin(rangesOf(row.sources))
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    name: row.name,
    address: row.address,
    publicUrl: row.publicUrl,
    validation: row.validation,
    isPaused: row.pausedAt !== null,
    secret,
    knows: (segment) => expected === undefined || timingSafeEqual(digest(segment), expected),
    takesFrom: (address) => row.sources.length === 0 || isListed(address),
  }
}
