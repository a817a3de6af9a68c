/** What `/reports` and `/api/v1/reports` are given, each described once. Browsers import the types only. */
import { z } from 'zod'
import { presets } from '@/lib/reports/types'
import { origins } from '@/lib/wire/origins'
import { cents, environmentKind, epochMs, verdict } from '../views'

const zone = z.object({ name: z.string().describe('IANA name.'), offsetMinutes: z.int() })

const periodView = z
  .object({
    from: epochMs,
    to: epochMs.describe('The first moment after it, in epoch milliseconds.'),
    zone,
    preset: z.enum(presets).nullable(),
    text: z.string().describe('`14 Nov 2026 to 20 Nov 2026`.'),
  })
  .meta({ id: 'Period' })
export type PeriodView = z.infer<typeof periodView>

const counts = {
  runs: z.int(),
  pending: z.int(),
  final: z.int().describe('Runs with a final verdict: all but the pending ones.'),
  succeeded: z.int(),
  unsuccessful: z.int(),
  successRate: z.number().nullable().describe('Of the final ones, 0 to 1; null where there are none.'),
}

const amount = z
  .object({
    kind: environmentKind,
    currency: z.string(),
    paidCents: cents.describe('Of the paid runs, in and out together, in cents.'),
    askedCents: cents.describe('Of all runs, in cents.'),
  })
  .meta({ id: 'Amount', description: 'Simulated and real money are never one sum.' })

const percentiles = z
  .object({
    runs: z.int(),
    p50: z.number().nullable(),
    p90: z.number().nullable(),
    p95: z.number().nullable(),
    p99: z.number().nullable(),
  })
  .meta({ id: 'Percentiles', description: 'Milliseconds; null where nothing was measured.' })

const timings = z.object({ answer: percentiles, result: percentiles })

const reason = z
  .object({
    system: z.string(),
    operation: z.string().nullable().describe('Set where the same code means something else elsewhere.'),
    verdict,
    code: z.string().nullable(),
    runs: z.int(),
    share: z.number().describe('Of the unsuccessful ones, 0 to 1.'),
    meaning: z
      .object({
        id: z.string(),
        message: z.string(),
        cause: z.string(),
        cure: z.string(),
        retry: z.boolean(),
        confirmed: z.boolean(),
      })
      .nullable()
      .describe('What the code means; null for one that no source explains.'),
  })
  .meta({ id: 'Reason', description: 'Why runs did not succeed.' })

const reportFigures = z.object({
  totals: z.object(counts),
  kinds: z.array(z.object({ ...counts, kind: environmentKind })),
  amounts: z.array(amount),
  verdicts: z.array(z.object({ verdict, runs: z.int(), share: z.number() })),
  reasons: z.array(reason),
  timings,
  series: z.array(z.object({ ...counts, from: epochMs, to: epochMs, amounts: z.array(amount), timings })),
  operations: z.array(
    z.object({
      ...counts,
      system: z.string(),
      operation: z.string(),
      title: z.string(),
      amounts: z.array(amount),
      timings,
    }),
  ),
})
export type ReportFigures = z.infer<typeof reportFigures>

const titled = z.object({ id: z.string(), title: z.string() })
const environment = z.object({ id: z.string(), name: z.string(), kind: environmentKind })

const reportFilters = z.object({
  kind: environmentKind.nullable(),
  system: titled.nullable(),
  environment: environment.nullable(),
  operation: titled.nullable(),
  appKey: z.object({ fingerprint: z.string(), label: z.string() }).nullable(),
  origin: z
    .enum(['all', ...origins])
    .nullable()
    .describe('Who started the runs; null: anybody but test cases.'),
})
export type ReportFilters = z.infer<typeof reportFilters>

export const reportView = reportFigures
  .extend({
    period: periodView,
    interval: z.enum(['hour', 'day', 'week']),
    filters: reportFilters,
    isMixed: z.boolean().describe('Simulated and real runs are in one: what is added up here says so.'),
    comparison: reportFigures.extend({ period: periodView }).nullable(),
  })
  .meta({ id: 'Report' })
export type ReportView = z.infer<typeof reportView>

export const reportChoices = z
  .object({
    systems: z.array(titled),
    environments: z.array(environment.extend({ system: z.string(), isGone: z.boolean() })),
    operations: z.array(z.object({ group: z.string(), system: z.string(), operations: z.array(titled) })),
    appKeys: z
      .array(
        z.object({
          fingerprint: z.string(),
          label: z.string(),
          environment: z.object({ id: z.string(), name: z.string() }),
          system: z.string(),
          firstSeenAt: epochMs,
          lastSeenAt: epochMs,
          isLatest: z.boolean().describe('The one that its environment was used with last.'),
        }),
      )
      .describe('Last used first, former ones included.'),
    zones: z.array(zone),
  })
  .meta({ id: 'ReportChoices' })
export type ReportChoices = z.infer<typeof reportChoices>

export const rollupCheck = z
  .object({
    isExact: z.boolean(),
    rollups: z.int(),
    timings: z.int(),
    busyHours: z
      .int()
      .describe('Hours in which runs changed faster than they were added up: left as they are.'),
  })
  .meta({ id: 'RollupCheck', description: 'How many of the sums behind reports differ from the runs.' })
export type RollupCheck = z.infer<typeof rollupCheck>

export const rollupProgress = z
  .object({
    running: z
      .object({
        what: z.enum(['check', 'recompute']),
        done: z.int().describe('Hours that are added up.'),
        of: z.int(),
        by: z.string(),
      })
      .nullable()
      .describe('Null where nothing is being added up.'),
  })
  .meta({ id: 'RollupProgress', description: 'How far the runs of the workspace are added up again.' })
export type RollupProgress = z.infer<typeof rollupProgress>
