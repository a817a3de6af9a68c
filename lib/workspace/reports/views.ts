/** What `/reports` and `/api/v1/reports` are given. Types only, so browsers may import it. */
import type { Figures, Interval, OperationFigures, Period } from '@/lib/reports/types'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'

export type PeriodView = Period & {
  /** `14 Nov 2026 to 20 Nov 2026`. */
  text: string
}

type Titled<Row> = Row & { title: string }
export type ReportFigures = Omit<Figures, 'operations'> & { operations: Titled<OperationFigures>[] }

export type ReportFilters = {
  kind: EnvironmentKind | null
  system: { id: string; title: string } | null
  environment: { id: string; name: string; kind: EnvironmentKind } | null
  operation: { id: string; title: string } | null
  appKey: { fingerprint: string; label: string } | null
}

export type ReportView = ReportFigures & {
  period: PeriodView
  interval: Interval
  filters: ReportFilters
  /** Simulated and real runs are in one: what is added up here says so. */
  isMixed: boolean
  comparison: (ReportFigures & { period: PeriodView }) | null
}

export type ReportChoices = {
  systems: { id: string; title: string }[]
  environments: { id: string; name: string; kind: EnvironmentKind; system: string; isGone: boolean }[]
  operations: { group: string; system: string; operations: { id: string; title: string }[] }[]
  /** Last used first, former ones included. */
  appKeys: {
    fingerprint: string
    label: string
    environment: { id: string; name: string }
    system: string
    firstSeenAt: number
    lastSeenAt: number
    /** The one that its environment was used with last. */
    isLatest: boolean
  }[]
  zones: { name: string; offsetMinutes: number }[]
}

export type RollupCheck = { isExact: boolean; rollups: number; timings: number }
