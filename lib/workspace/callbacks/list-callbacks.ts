import 'server-only'
import { z } from 'zod'
import { indexPending } from '@/db/queries/callback-search'
import {
  type CallbackHead,
  type CallbackWithInbox,
  callbackPage,
  callbackSummaries,
  lastCallbackId,
  type PagedCallback,
} from '@/db/queries/callbacks'
import { inboxByName } from '@/db/queries/inboxes'
import { parseAnyMsisdn } from '@/lib/msisdn'
import { Refusal } from '@/lib/refusal'
import { isSystem, systemOf } from '@/lib/systems'
import { contentOf, readableMessage } from '@/lib/wire/content'
import type { WireMessage } from '@/lib/wire/types'
import type { Actor, Deps } from '../deps'
import { waitFor } from '../live/wait-for'
import { maskFor } from '../mask'
import { blankless } from '../runs/list-runs'
import { callbackSummary } from '../summaries'
import type { CallbackMessage, CallbackSummary } from '../views'
import { withPhone } from './known-phone'
import { catchUpArrivals } from './move-arrivals'

const mostSummaries = 200

/** Both ways of reading the list: by a cursor, for scripts, and as summaries, for screens. */
export const callbackQuery = z.preprocess(
  blankless,
  z
    .object({
      view: z
        .literal('summary')
        .optional()
        .catch(undefined)
        .describe('Newest first, narrowed by what is searched. Otherwise oldest first after the cursor.'),
      inbox: z.string().optional().describe('Name of an inbox.'),
      after: z.coerce.number().int().min(0).optional().describe('Cursor of the answer before.'),
      wait: z.coerce.number().min(0).max(60).default(0).describe('Seconds to wait for the first one.'),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(500)
        .optional()
        .describe('Up to 500, else 100; of summaries up to 200, else 50.'),
      kind: z
        .string()
        .optional()
        .describe('A kind of any system, or the id of one entry: result, daraja.result.'),
      code: z.string().optional(),
      receipt: z.string().trim().optional(),
      msisdn: z
        .string()
        .transform((typed) => parseAnyMsisdn(typed) ?? typed.trim())
        .optional()
        .describe('However it is written, with its country code.'),
      match: z
        .enum(['yes', 'no'])
        .optional()
        .describe('no: only what does not match its run; yes: only the others.'),
      from: z.coerce.number().int().optional().describe('Epoch milliseconds.'),
      to: z.coerce.number().int().optional().describe('Epoch milliseconds.'),
      // What was pasted is longer than anybody needs: its beginning finds the message.
      q: z
        .string()
        .transform((text) => text.trim().slice(0, 200))
        .optional()
        .describe('Text in the message.'),
      before: z.coerce.number().int().optional().describe('Cursor of the page of summaries before.'),
    })
    .refine(({ view, limit = 0 }) => view === undefined || limit <= mostSummaries, {
      path: ['limit'],
      error: `${mostSummaries} at most.`,
    }),
)
type CallbackQuery = Partial<z.output<typeof callbackQuery>>

/** Oldest first after the cursor, waiting up to a minute for the first; without a cursor, the newest 100. */
export const readCallbacks = (
  deps: Deps,
  actor: Actor,
  { inbox, after, wait = 0, limit = 100 }: Pick<CallbackQuery, 'inbox' | 'after' | 'wait' | 'limit'>,
  signal?: AbortSignal,
): Promise<{ callbacks: CallbackMessage[]; cursor: number }> => {
  const inboxId = inbox === undefined ? undefined : inboxIdOf(deps, actor, inbox)
  const { db } = deps
  catchUpArrivals(deps)
  const { workspaceId } = actor
  if (after === undefined) {
    const rows = callbackPage(db, workspaceId, inboxId, undefined, limit)
    return Promise.resolve(pageOf(actor, rows, lastCallbackId(db, workspaceId)))
  }
  return waitFor(deps, workspaceId, { ms: wait * 1000, signal }, () => {
    const rows = callbackPage(db, workspaceId, inboxId, after, limit)
    return { value: pageOf(actor, rows, after), isFound: rows.length > 0 }
  })
}

const inboxIdOf = (deps: Deps, actor: Actor, name: string): string => {
  const inbox = inboxByName(deps.db, actor.workspaceId, name)
  if (inbox) return inbox.id
  throw new Refusal('not-found', `There is no inbox “${name.slice(0, 80)}” in this workspace.`)
}

const pageOf = (actor: Actor, rows: readonly PagedCallback[], cursor: number) => ({
  callbacks: maskFor(
    actor.role,
    rows.map((row) => ({
      ...messageOf(row),
      ...(row.body && hiddenBody(actor, { ...row, body: row.body })),
    })),
  ),
  cursor: rows.at(-1)?.id ?? cursor,
})

/** Address of a body at our API. */
const bodyUrlOf = (id: number) => `/api/v1/callbacks/${id}/body`

const messageOf = (row: PagedCallback): CallbackMessage => ({
  id: row.id,
  inbox: row.inbox,
  receivedAt: row.receivedAt,
  method: row.method,
  path: row.path,
  query: row.query,
  headers: row.headers,
  remoteAddress: row.remoteAddress,
  ...bodyText(row.body ?? new Uint8Array()),
  bodyBytes: row.bodyBytes,
  bodyUrl: row.body === null ? bodyUrlOf(row.id) : null,
  kind: row.kind,
  system: row.system,
  runId: row.runId,
  meaning: meaningIn(row),
  duplicateOf: row.duplicateOf,
  timing: row.timing,
  mismatch: row.mismatch,
  answer: { status: row.answerStatus, body: row.answerBody, ms: row.answerMicros / 1000 },
})

/** What a row says of its message; null where no system understood it. */
export const meaningIn = (row: CallbackHead): CallbackMessage['meaning'] =>
  row.system === null
    ? null
    : {
        sentence: row.sentence,
        outcome: row.outcome,
        code: row.code,
        description: row.description,
        receipt: row.receipt,
        msisdn: row.msisdn,
        amountCents: row.amountCents,
        currency: row.currency,
        reference: row.reference,
      }

/** Text where the bytes are text, so that nothing is lost where they are not. */
export const bodyText = (bytes: Uint8Array): { body: string; bodyEncoding: 'utf8' | 'base64' } => {
  try {
    return {
      body: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      bodyEncoding: 'utf8',
    }
  } catch {
    return { body: Buffer.from(bytes).toString('base64'), bodyEncoding: 'base64' }
  }
}

/** What a viewer gets in place of bytes in which no phone number could be blanked out: the text in them, or nothing. */
export const hiddenBody = (
  actor: Actor,
  row: Pick<WireMessage, 'headers' | 'body'>,
): { body: string; bodyEncoding: 'utf8' } | undefined => {
  if (actor.role !== 'viewer') return undefined
  const { body, problem, encodings } = contentOf(row)
  if (body === row.body && problem === undefined && encodings.length === 0) return undefined
  const text = problem === undefined ? bodyText(body) : undefined
  return { body: text?.bodyEncoding === 'utf8' ? text.body : '', bodyEncoding: 'utf8' }
}

/** Newest first, for screens; `cursor` is the next page's `before`, null on the last one. */
export const listCallbacks = (
  deps: Deps,
  actor: Actor,
  { limit = 50, kind: asked, ...filter }: Omit<CallbackQuery, 'view' | 'after' | 'wait'> = {},
): { callbacks: CallbackSummary[]; cursor: number | null } => {
  catchUpArrivals(deps)
  if (filter.q !== undefined) catchUp(deps)
  const [kind, system] = asked?.split('.').reverse() ?? []
  const rows = callbackSummaries(
    deps.db,
    actor.workspaceId,
    { ...filter, kind, system },
    limit + 1,
    contentOf,
  )
  const page = rows.slice(0, limit)
  return {
    callbacks: maskFor(
      actor.role,
      page.map((row) => callbackSummary(row)),
    ),
    cursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** What arrived a moment ago is found, too; after a crash the rest follows over the next searches. */
const catchUp = ({ db }: Deps) => {
  for (let round = 0; round < 10; round++) if (indexPending(db, 500, contentOf) === 0) return
}

/** Read again, because only the bytes hold the table. */
export const meaningOfRow = (row: CallbackWithInbox) => {
  if (row.system === null || !isSystem(row.system)) return undefined
  const { method, path, query, headers, body, remoteAddress } = row
  const message = { method, path, query, headers, body, remoteAddress }
  const meaning = systemOf(row.system).callback(readableMessage(message))
  return meaning && row.msisdn !== null ? withPhone(message, meaning, row.msisdn) : meaning
}
