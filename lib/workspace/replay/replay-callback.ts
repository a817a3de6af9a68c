import 'server-only'
import { type AttemptRow, targetOf } from '@/db/queries/attempts'
import { type CallbackWithInbox, callbackOf } from '@/db/queries/callbacks'
import { Refusal } from '@/lib/refusal'
import { contentOf } from '@/lib/wire/content'
import { isOfTheWay } from '@/lib/wire/hop-headers'
import { bodyText, meaningOfRow } from '../callbacks/list-callbacks'
import { catchUpArrivals } from '../callbacks/move-arrivals'
import type { Actor, Deps } from '../deps'
import { viewOfAttempt } from '../forward/attempt-view'
import type { AttemptView } from '../forward/fields'
import { plainAttempt } from '../forward/forward-callback'
import { sendNow } from '../forward/run-attempts'
import { checkUrl } from '../forward/targets'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import type { ReplayInput } from './fields'
import { rewrite } from './rewrite'

/** How long the receiver of a replay may take. */
const timeoutMs = 30_000

export type Receiver = { url: string; name: string; timeoutMs: number }

/** The address that was given, or that of a target. */
export const receiverOf = (
  deps: Deps,
  actor: Actor,
  { url, target }: { url?: string; target?: string },
): Receiver => {
  if (target !== undefined) {
    const row = targetOf(deps.db, actor.workspaceId, target)
    if (row) return row
    throw new Refusal('invalid', 'This target is not here any more.', { target: ['Choose another one.'] })
  }
  checkUrl(deps, url)
  const given = url ?? ''
  return { url: given, name: given, timeoutMs }
}

/** A callback as it is sent again: as it came, edited, or rewritten. */
export const replayOfCallback = (
  deps: Deps,
  actor: Actor,
  row: CallbackWithInbox,
  receiver: Receiver,
  {
    rewrite: wanted,
    body,
    headers,
    seed,
    now,
  }: Pick<ReplayInput, 'rewrite' | 'body' | 'headers'> & { seed: string; now: number },
): AttemptRow => {
  const id = deps.ids.next()
  const changed = changedBody(row, { body, wanted, seed, now })
  return {
    ...plainAttempt,
    id,
    workspaceId: actor.workspaceId,
    callbackId: row.id,
    purpose: 'replay',
    targetId: null,
    targetName: receiver.name,
    lane: id,
    deliveryId: id,
    url: receiver.url,
    timeoutMs: receiver.timeoutMs,
    orderKey: row.receipt ?? row.reference ?? String(row.id),
    body: changed.body,
    headers: headers ?? (changed.body === null ? null : unpackedHeaders(row)),
    changes: [headers ? 'Edited headers.' : '', ...changed.changes].filter(Boolean).join(' '),
    startedBy: actor.name,
    createdAt: deps.clock(),
    dueAt: deps.clock(),
  }
}

type Wanted = {
  body: string | undefined
  wanted: ReplayInput['rewrite']
  seed: string
  /** Epoch milliseconds that stand for the moment at which it came. */
  now: number
}

const changedBody = (
  row: CallbackWithInbox,
  { body, wanted, seed, now }: Wanted,
): { body: Buffer | null; changes: string[] } => {
  const { ids, times, amount } = wanted
  const isRewritten = ids || times || amount !== undefined
  const edited = body === undefined ? [] : ['Edited body.']
  if (!isRewritten) return { body: body === undefined ? null : Buffer.from(body), changes: edited }
  const text = body ?? textIn(row)
  // What is no text goes as it came.
  if (text === undefined) return { body: null, changes: [] }
  const shiftMs = times ? now - row.receivedAt : undefined
  const rewritten = rewrite(text, meaningOfRow(row), { seed, ids, shiftMs, amount })
  return { body: Buffer.from(rewritten.body), changes: [...edited, ...rewritten.changes] }
}

const textIn = (row: CallbackWithInbox): string | undefined => {
  const content = contentOf(row)
  const { body, bodyEncoding } = bodyText(content.body)
  return content.problem === undefined && bodyEncoding === 'utf8' ? body : undefined
}

/** Another body is not packed, and is UTF-8. What stands between is not passed on anyway. */
const unpackedHeaders = ({ headers }: CallbackWithInbox): [string, string][] =>
  headers.filter(([name]) => !isOfTheWay(name) && !/^content-encoding$/i.test(name))

/** Sends a stored callback again and waits for the answer. */
export const replayCallback = async (
  deps: Deps,
  actor: Actor,
  id: number,
  input: ReplayInput,
): Promise<AttemptView> => {
  requireRole(actor, 'member')
  catchUpArrivals(deps)
  const row = Number.isSafeInteger(id) ? callbackOf(deps.db, actor.workspaceId, id) : undefined
  if (!row) throw new Refusal('not-found', 'This callback is not here.')
  const receiver = receiverOf(deps, actor, input)
  const now = deps.clock()
  const attempt = replayOfCallback(deps, actor, row, receiver, { ...input, seed: deps.ids.next(), now })
  recordAudit(deps, actor, 'sent a callback again', `${id} to ${receiver.name}`)
  return viewOfAttempt(await sendNow(deps, attempt))
}
