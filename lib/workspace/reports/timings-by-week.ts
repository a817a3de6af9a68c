import 'server-only'
import type { Db } from '@/db/client'
import { type ReportFilter, reportTimings, reportWeekTimings } from '@/db/queries/reports'
import { hourMs } from '@/lib/reports/period'
import type { Timing, Zone } from '@/lib/reports/types'

const weekMs = 7 * 24 * hourMs

/**
 * Times of a report by the week, as exact as from the hours and many times fewer rows. A week of the zone begins some
 * hours before that of UTC, so of the stored week the first hours of the next are taken away, and its own put before.
 */
export function* timingsByWeek(
  db: Db,
  workspaceId: string,
  filter: ReportFilter,
  buckets: readonly { from: number; to: number }[],
  { offsetMinutes }: Zone,
): Generator<Timing> {
  const east = offsetMinutes * 60_000
  const hours = (from: number, to: number) => reportTimings(db, workspaceId, { ...filter, from, to })
  for (const { from, to } of buckets) {
    // West of UTC there is no market; a week that the period cuts short is read by the hour.
    if (to - from < weekMs || east < 0) {
      yield* hours(from, to)
      continue
    }
    for (const row of reportWeekTimings(db, workspaceId, filter, from + east)) yield { ...row, hour: from }
    if (east === 0) continue
    yield* hours(from, from + east)
    for (const row of hours(to, to + east)) yield { ...row, hour: from, runs: -row.runs }
  }
}
