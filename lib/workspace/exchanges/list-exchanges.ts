import 'server-only'
import { z } from 'zod'
import {
  type ExchangeFilter,
  exchangesInWindow,
  type ListedExchange,
  newestExchangeId,
} from '@/db/queries/exchange-lists'
import { findOperation } from '@/lib/systems'
import { origins } from '@/lib/wire/origins'
import type { Actor, Deps } from '../deps'
import { waitFor } from '../live/wait-for'
import { maskFor } from '../mask'
import { blankless } from '../runs/list-runs'
import { type ExchangeSummary, exchangeOutcomes, type exchangePage } from './views'
import { catchUpBehind, givenUp } from './write-behind'

const text = (about: string) =>
  z
    .string()
    .transform((typed) => typed.trim().slice(0, 200))
    .optional()
    .describe(about)

export const exchangeQuery = z.preprocess(
  blankless,
  z.object({
    system: text('Such as daraja.'),
    operation: text('Such as daraja.stk-push.'),
    outcome: z
      .enum(exchangeOutcomes)
      .optional()
      .describe('remarked: accepted, although a strict provider would have minded something.'),
    origin: z.enum(origins).optional().describe('software: sent by a program of yours; form: by Jaribu.'),
    client: text('Part of the user agent, or the address.'),
    phone: text('Phone number in the request, in international form.'),
    reference: text('What the payment is for.'),
    q: text('Text in the request, in the answer, or in what was remarked.'),
    since: z.coerce.number().int().optional().describe('Epoch milliseconds.'),
    until: z.coerce.number().int().optional().describe('Epoch milliseconds.'),
    before: text('Newest first, from this cursor down.'),
    after: text('Oldest first, after this cursor.'),
    wait: z.coerce
      .number()
      .min(0)
      .max(60)
      .default(0)
      .describe('With after: seconds to wait for the first one.'),
    limit: z.coerce.number().int().min(1).max(500).default(100).describe('Up to 500, else 100.'),
  }),
)
type ExchangeQuery = z.output<typeof exchangeQuery>

type Page = z.infer<typeof exchangePage>

/** Rows that are looked at in one go: a search of long bodies must not hold up everything else. */
const windowSize = 400

/** Newest first, or oldest first after a cursor, waiting for the first one. */
export const listExchanges = (
  deps: Deps,
  actor: Actor,
  { before, after, wait, limit, ...filter }: ExchangeQuery,
  signal?: AbortSignal,
): Promise<Page> => {
  catchUpBehind(deps)
  return after === undefined
    ? newest(deps, actor, filter, before, limit)
    : since(deps, actor, filter, { after, wait, limit }, signal)
}

const newest = async (
  deps: Deps,
  actor: Actor,
  filter: ExchangeFilter,
  from: string | undefined,
  limit: number,
): Promise<Page> => {
  const newestId = newestExchangeId(deps.db, actor.workspaceId) ?? ''
  const found: ListedExchange[] = []
  let before = from
  while (found.length <= limit) {
    const { rows, last } = exchangesInWindow(deps.db, actor.workspaceId, filter, {
      before,
      size: windowSize,
      limit: limit + 1 - found.length,
    })
    found.push(...rows)
    if (last === undefined) break
    before = last
    await new Promise(setImmediate)
  }
  const rows = found.slice(0, limit)
  const cursor = found.length > limit ? (rows.at(-1)?.id ?? null) : null
  return pageOf(deps, actor, rows, cursor, newestId)
}

const since = (
  deps: Deps,
  actor: Actor,
  filter: ExchangeFilter,
  { after, wait, limit }: { after: string; wait: number; limit: number },
  signal?: AbortSignal,
): Promise<Page> => {
  let seen = after
  return waitFor(deps, actor.workspaceId, { ms: wait * 1000, ...(signal && { signal }) }, () => {
    const found: ListedExchange[] = []
    while (found.length < limit) {
      const { rows, last } = exchangesInWindow(deps.db, actor.workspaceId, filter, {
        after: seen,
        size: windowSize,
        limit: limit - found.length,
      })
      found.push(...rows)
      // What was looked at and does not fit is not looked at again.
      if (found.length >= limit) seen = found.at(-1)?.id ?? seen
      else seen = last ?? newestExchangeId(deps.db, actor.workspaceId) ?? seen
      if (last === undefined) break
    }
    return { value: pageOf(deps, actor, found, null, seen), isFound: found.length > 0 }
  })
}

const pageOf = (
  deps: Deps,
  actor: Actor,
  rows: readonly ListedExchange[],
  before: string | null,
  after: string,
): Page => ({
  exchanges: maskFor(actor.role, rows.map(summaryOf)),
  before,
  after,
  dropped: givenUp(deps).count,
})

type Summarised = Pick<
  ListedExchange,
  | 'id'
  | 'at'
  | 'system'
  | 'operation'
  | 'method'
  | 'path'
  | 'answerStatus'
  | 'firstNote'
  | 'isRefused'
  | 'userAgent'
  | 'remoteAddress'
  | 'msisdn'
  | 'reference'
  | 'amountCents'
  | 'currency'
  | 'answerMicros'
  | 'origin'
  | 'runId'
  | 'fault'
  | 'description'
>

export const summaryOf = (row: Summarised): ExchangeSummary => ({
  id: row.id,
  at: row.at,
  system: row.system,
  operation: row.operation,
  title: (row.operation && findOperation(row.operation)?.title) || `${row.method} ${row.path}`,
  method: row.method,
  path: row.path,
  status: row.answerStatus,
  outcome: row.isRefused ? 'refused' : row.firstNote === null ? 'accepted' : 'remarked',
  reason: row.firstNote ?? (row.isRefused ? row.description : null),
  agent: row.userAgent,
  address: row.remoteAddress,
  msisdn: row.msisdn,
  reference: row.reference,
  amountCents: row.amountCents,
  currency: row.currency,
  ms: row.answerMicros / 1000,
  origin: row.origin,
  runId: row.runId,
  fault: row.fault,
})
