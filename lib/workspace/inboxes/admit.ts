import 'server-only'
import type { WireAnswer, WireMessage } from '@/lib/wire/types'
import type { Deps } from '../deps'
import { redacted } from '../runs/redact-request'
import { noteRefusal } from './note-refusals'
import { inboxAt, type OpenInbox } from './open-inboxes'
import { answerProbe } from './probes'

/** What becomes of a request at the door of an inbox: it is let in, with what may be kept of it, or answered. */
export type Admission = { inbox: OpenInbox; message: WireMessage } | { answer: WireAnswer }

/** How long senders are asked to wait before they come again to a paused inbox. */
const retryAfterSeconds = 60

const jsonHeaders: [string, string][] = [['Content-Type', 'application/json']]

const refusal = (status: number, error: string, ...headers: [string, string][]): WireAnswer => ({
  status,
  headers: [...jsonHeaders, ...headers],
  body: JSON.stringify({ error }),
})

/** The same for an inbox that is not there and for a wrong secret: a stranger learns nothing. */
const unknownInbox = (address: string): WireAnswer =>
  refusal(404, `There is no inbox called ${address.slice(0, 80)}.`)

const wrongSource = refusal(403, 'This inbox takes no messages from your address.')

const paused = refusal(503, 'This inbox is paused and stored nothing. Send it again later.', [
  'Retry-After',
  String(retryAfterSeconds),
])

/**
 * Decides whether an inbox takes a request. `isOurs` says that this process delivers it itself: nobody can pretend that,
 * so it passes the list of sources.
 */
export const admit = (deps: Deps, address: string, message: WireMessage, isOurs: boolean): Admission => {
  const inbox = inboxAt(deps, address)
  if (!inbox) return { answer: unknownInbox(address) }
  const known = inbox.secret === null ? message : withoutSecret(inbox, message)
  if (!known) {
    noteRefusal(deps, inbox.id, 'secret', message.remoteAddress)
    return { answer: unknownInbox(address) }
  }
  // A check of the way to this inbox tells whether it is reached, whoever else is let in.
  const probed = answerProbe(deps, inbox, known)
  if (probed) return { answer: probed }
  if (!isOurs && !inbox.takesFrom(message.remoteAddress)) {
    noteRefusal(deps, inbox.id, 'source', message.remoteAddress)
    return { answer: wrongSource }
  }
  if (inbox.isPaused) {
    noteRefusal(deps, inbox.id, 'paused', message.remoteAddress)
    return { answer: paused }
  }
  return { inbox, message: known }
}

/** The message with its secret hidden; undefined where it does not know it. */
const withoutSecret = (inbox: OpenInbox, message: WireMessage): WireMessage | undefined => {
  const [, before = '', segment = '', rest = ''] =
    /^(\/+hook\/+[^/]*\/+)([^/]*)(.*)$/s.exec(message.path) ?? []
  return inbox.knows(segment) ? { ...message, path: `${before}${redacted}${rest}` } : undefined
}
