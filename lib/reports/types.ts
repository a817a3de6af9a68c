/** Figures of a report as screens, files and `/api/v1/reports` have them. Money is integer cents. */

import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { Origin } from '@/lib/wire/origins'
import type { Verdict } from '@/lib/wire/verdicts'

/** Local time of a market, whole hours from UTC. `name` is IANA's. */
export type Zone = { name: string; offsetMinutes: number }

export const presets = ['today', '7d', '30d', 'month'] as const
export type Preset = (typeof presets)[number]

/** A stretch of whole hours; `to` is the first moment after it. */
export type Period = { from: number; to: number; zone: Zone; preset: Preset | null }
export type Interval = 'hour' | 'day' | 'week'

/** Runs with the same answer to every question that a report asks, as the roll-ups give them. */
export type Sum = {
  environmentId: string
  kind: EnvironmentKind
  system: string
  operation: string
  appKey: string
  origin: Origin
  verdict: Verdict
  /** Empty where there is none. */
  code: string
  currency: string
  runs: number
  amountCents: number
}
export type Measure = 'answer' | 'result'
/** So many runs took so long. */
export type Timing = { measure: Measure; ms: number; runs: number }

export type Counts = {
  runs: number
  pending: number
  /** Runs with a final verdict: all but the pending ones. */
  final: number
  succeeded: number
  unsuccessful: number
  /** Of the final ones, 0 to 1; null where there are none. */
  successRate: number | null
}

/** Simulated and real money are never one sum. */
export type Amount = {
  kind: EnvironmentKind
  currency: string
  /** Of the paid runs, in and out together. */
  paidCents: number
  /** Of all runs. */
  askedCents: number
}

/** Milliseconds; null where nothing was measured. */
export type Percentiles = {
  runs: number
  p50: number | null
  p90: number | null
  p95: number | null
  p99: number | null
}
export type Timings = Record<Measure, Percentiles>

export type Point = Counts & { from: number; to: number; amounts: Amount[]; timings: Timings }

export type OperationFigures = Counts & {
  system: string
  operation: string
  amounts: Amount[]
  timings: Timings
}

/** Why runs did not succeed. `operation` is set where the same code means something else elsewhere. */
export type Reason = {
  system: string
  operation: string | null
  verdict: Verdict
  code: string | null
  runs: number
  /** Of the unsuccessful ones. */
  share: number
  /** What the code means; null for one that the catalogue does not know. */
  meaning: {
    /** Of the catalogue's entry. */
    id: string
    message: string
    cause: string
    cure: string
    retry: boolean
    confirmed: boolean
  } | null
}

export type Figures = {
  totals: Counts
  kinds: (Counts & { kind: EnvironmentKind })[]
  amounts: Amount[]
  verdicts: { verdict: Verdict; runs: number; share: number }[]
  reasons: Reason[]
  timings: Timings
  series: Point[]
  operations: OperationFigures[]
}
