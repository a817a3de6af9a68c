import 'server-only'
import { z } from 'zod'
import { worldRows } from '@/db/queries/world'
import { findOperation } from '@/lib/systems'
import type { Transaction } from '@/lib/world/types'
import type { Actor, Deps } from '../deps'
import { maskFor } from '../mask'
import { blankless } from '../runs/list-runs'
import { currencyOf } from '../world/world'
import {
  amountOf,
  type CallReport,
  isoOf,
  mostCalls,
  type ReportCall,
  reportFormat,
  reportPeriod,
} from './call-report'
import { readMozambiqueAccount } from './mozambique-account'

const fingerprint = z.string().regex(/^[0-9a-f]{12}$/, 'the fingerprint of a key has twelve hex digits')

/** With a format, the report as a file; without one, what the screen lists, of one key that is named. */
export const mozambiqueReportInput = z.preprocess(
  blankless,
  z
    .object({
      key: z
        .union(
          [fingerprint, z.literal('all')],
          'must be the fingerprint of a key (twelve hex digits), or all.',
        )
        .optional()
        .describe(
          'Fingerprint of the key that made the calls. For a file the present one unless said; `all`: former ones as well.',
        ),
      ...reportPeriod,
      format: reportFormat.optional().describe('For a file.'),
    })
    .refine(({ format, key }) => format !== undefined || fingerprint.safeParse(key).success, {
      path: ['key'],
      error: 'the fingerprint of a key has twelve hex digits',
    }),
)

/** What the portal's Go Live button sends: the report of a key over a period, with the account's details. */
export const mozambiqueReport = (
  deps: Deps,
  actor: Actor,
  { key, from, to }: Omit<z.output<typeof mozambiqueReportInput>, 'format'>,
): CallReport => {
  const account = readMozambiqueAccount(deps, actor)
  const keys = [
    { ...account.apiKey, label: account.apiKey.shown, isPresent: true, until: null },
    ...account.formerKeys.map(({ fingerprint: former, shown, endedAt }) => ({
      label: shown,
      fingerprint: former,
      isPresent: false,
      until: new Date(endedAt).toISOString(),
    })),
  ].map(({ label, fingerprint: id, isPresent, until }) => ({ label, fingerprint: id, isPresent, until }))
  const wanted = key ?? account.apiKey.fingerprint
  const labels = new Map(keys.map(({ fingerprint: id, label }) => [id, label]))
  const found = transactionsOf(deps, actor, wanted, from ?? 0, to ?? Number.MAX_SAFE_INTEGER)
  const calls = found
    .slice(0, mostCalls)
    .map((transaction) => callOf(transaction, labels.get(String(transaction.extra.apiKey)) ?? ''))
  return maskFor(actor.role, {
    format: 'jaribu.call-report' as const,
    version: 1 as const,
    title: 'Mozambique account: transactions of a key',
    madeAt: new Date(deps.clock()).toISOString(),
    period: { from: isoOf(from), to: isoOf(to) },
    isSimulated: true,
    account: [
      { name: 'Account', value: 'Emulated Mozambique of this workspace' },
      { name: 'Mode', value: account.mode },
      { name: 'Response URL', value: account.responseUrl ?? 'none' },
      { name: 'Public key', value: account.publicKey },
    ],
    keys: keys.filter(({ fingerprint: id }) => wanted === 'all' || id === wanted),
    counts: {
      calls: calls.length,
      successes: calls.filter(({ isSuccess }) => isSuccess).length,
      isCut: found.length > calls.length,
    },
    calls,
  })
}

/** Of all systems, since the world keeps one list. */
const mostRead = 20_000

/** Newest first, one more than is reported: so that a cut is seen. */
const transactionsOf = (deps: Deps, { workspaceId }: Actor, key: string, from: number, to: number) => {
  const rows = worldRows(deps.db)
  if (key !== 'all') {
    return rows.transactionsOfKey
      .all(workspaceId, from, to, 'mozambique', key, mostCalls + 1)
      .map(({ data }) => JSON.parse(data) as Transaction)
  }
  return rows.newestTransactions
    .all(workspaceId, mostRead)
    .map(({ data }) => JSON.parse(data) as Transaction)
    .filter(({ system, createdAt }) => system === 'mozambique' && createdAt >= from && createdAt <= to)
}

const callOf = (transaction: Transaction, apiKey: string): ReportCall => {
  const { payer, payee, code = '', state, kind } = transaction
  const msisdn = [payer, payee].find((party) => /^\d{9,15}$/.test(party)) ?? ''
  return {
    at: new Date(transaction.createdAt).toISOString(),
    api: findOperation(String(transaction.extra.operation))?.title ?? kind,
    reference: transaction.reference ?? '',
    amount: amountOf(transaction.amountCents),
    currency: currencyOf(transaction.market),
    msisdn,
    responseCode: code,
    isSuccess: state === 'completed' || state === 'reversed',
    receipt: state === 'completed' || state === 'reversed' ? (transaction.receipt ?? '') : '',
    apiKey,
  }
}
