import 'server-only'
import { z } from 'zod'
import { applicationKeysOf } from '@/db/queries/application-keys'
import { marketOf } from '@/lib/msisdn/markets'
import { isSuccess } from '@/lib/wire/verdicts'
import type { Actor, Deps } from '../deps'
import { findEnvironment } from '../environments/find'
import { getEnvironment } from '../environments/get-environment'
import { blankless, listRuns } from '../runs/list-runs'
import type { RunSummary } from '../views'

/** Calls of a period with how each ended, as a provider's portal reports them, with what it wants to know of the account. */
export type CallReport = {
  format: 'jaribu.call-report'
  version: 1
  title: string
  madeAt: string
  period: { from: string | null; to: string | null }
  isSimulated: boolean
  account: { name: string; value: string }[]
  keys: ReportKey[]
  counts: { calls: number; successes: number; isCut: boolean }
  calls: ReportCall[]
}

type ReportKey = { label: string; fingerprint: string; isPresent: boolean; until: string | null }

export type ReportCall = {
  at: string
  api: string
  reference: string
  amount: string
  currency: string
  msisdn: string
  responseCode: string
  isSuccess: boolean
  receipt: string
  apiKey: string
}

export const reportPeriod = {
  from: z.coerce.number('Give epoch milliseconds.').int().min(0).optional().describe('Epoch milliseconds.'),
  to: z.coerce.number('Give epoch milliseconds.').int().min(0).optional().describe('Epoch milliseconds.'),
}

const reportFormats = ['json', 'csv', 'xlsx'] as const
export type ReportFormat = (typeof reportFormats)[number]
export const reportFormat = z.enum(reportFormats, `must be ${reportFormats.join(', ')}.`)

export const isoOf = (at: number | undefined): string | null =>
  at === undefined ? null : new Date(at).toISOString()

export const amountOf = (cents: number | null): string => (cents === null ? '' : (cents / 100).toFixed(2))

/** More than this is no proof, but an archive: the newest are kept, and the report says so. */
export const mostCalls = 5000

export const callReportInput = z.preprocess(
  blankless,
  z.strictObject({
    environment: z.string('Name an environment.').max(200).describe('Id or short name.'),
    ...reportPeriod,
    format: reportFormat.default('json'),
    key: z
      .string()
      .regex(/^[0-9a-f]{16}$/, 'must be 16 hex digits: GET /api/v1/reports/choices lists them.')
      .optional()
      .describe('Fingerprint of an application’s key, former ones included.'),
  }),
)

/** The calls of an environment, whichever API it speaks: what was recorded here of them. */
export const environmentCallReport = (
  deps: Deps,
  actor: Actor,
  { environment, from, to, key }: Omit<z.output<typeof callReportInput>, 'format'>,
): CallReport => {
  const row = findEnvironment(deps, actor, environment)
  const view = getEnvironment(deps, actor, environment)
  const keys = keysOf(deps, actor, row.id)
  const { runs, isCut } = runsOf(deps, actor, { environment: row.id, from, to, appKey: key })
  const labels = new Map(keys.map(({ fingerprint, label }) => [fingerprint, label]))
  const { name, systemTitle, kind, resolvedBaseUrl, credentials } = view
  return {
    format: 'jaribu.call-report',
    version: 1,
    title: `Calls of ${name}`,
    madeAt: new Date(deps.clock()).toISOString(),
    period: { from: isoOf(from), to: isoOf(to) },
    isSimulated: kind === 'local',
    account: [
      { name: 'System', value: systemTitle },
      { name: 'Environment', value: `${name} (${kind})` },
      { name: 'Market', value: marketOf(view.market).name },
      { name: 'Address', value: resolvedBaseUrl },
      ...credentials
        .filter(({ secret, shown }) => !secret && shown)
        .map(({ label, shown }) => ({ name: label, value: shown ?? '' })),
    ],
    keys,
    counts: { calls: runs.length, successes: runs.filter(({ verdict }) => isSuccess(verdict)).length, isCut },
    calls: runs.map((run) => callOf(run, labels.get(run.appKey) ?? '')),
  }
}

const runsOf = (
  deps: Deps,
  actor: Actor,
  filter: { environment: string; from?: number; to?: number; appKey?: string },
): { runs: RunSummary[]; isCut: boolean } => {
  const runs: RunSummary[] = []
  let before: string | undefined
  do {
    const page = listRuns(deps, actor, { ...filter, limit: 200, ...(before && { before }) })
    runs.push(...page.runs)
    before = page.cursor ?? undefined
  } while (before && runs.length < mostCalls)
  return { runs, isCut: before !== undefined }
}

/** The present key first, then the former ones, the last used first. */
const keysOf = (deps: Deps, actor: Actor, environmentId: string): ReportKey[] =>
  applicationKeysOf(deps.db, actor.workspaceId)
    .filter((key) => key.environmentId === environmentId)
    .map(({ label, fingerprint, lastSeenAt }, index) => ({
      label,
      fingerprint,
      isPresent: index === 0,
      until: index === 0 ? null : new Date(lastSeenAt).toISOString(),
    }))

const callOf = (run: RunSummary, apiKey: string): ReportCall => ({
  at: new Date(run.createdAt).toISOString(),
  api: run.operationTitle,
  reference: run.reference ?? '',
  amount: amountOf(run.amountCents),
  currency: run.currency ?? '',
  msisdn: run.msisdn ?? '',
  responseCode: run.code ?? '',
  isSuccess: isSuccess(run.verdict),
  receipt: run.receipt ?? '',
  apiKey,
})
