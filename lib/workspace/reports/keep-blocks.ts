import 'server-only'
import { listEnvironmentRows } from '@/db/queries/environments'
import { staleHoursBefore } from '@/db/queries/report-blocks'
import { logFault } from '@/lib/log'
import { marketOf } from '@/lib/msisdn/markets'
import { hourMs, spanOf } from '@/lib/reports/period'
import type { Deps } from '../deps'
import { inSlices } from '../slices'
import { blockOf, forget, reading } from './blocks'
import { utc } from './report-choices'

const everyMs = 30_000
const hoursAtOnce = 200

/** Makes blocks of hours that are over while nobody waits for them. Safe to repeat. */
export const keepBlocks = (deps: Deps): void => {
  const next = () => {
    setTimeout(() => {
      if (!deps.db.$client.open) return
      makeBlocks(deps)
        .catch((thrown) => {
          if (deps.db.$client.open) logFault(thrown)
        })
        .finally(next)
    }, everyMs).unref()
  }
  next()
}

/** The blocks of hours that are over and changed, and of the days and weeks with them, by the clocks in use. */
export const makeBlocks = (deps: Deps): Promise<void> =>
  reading(deps, async () => {
    const turn = inSlices()
    const before = Math.floor(deps.clock() / hourMs) * hourMs
    for (;;) {
      const stale = staleHoursBefore(deps.db, before, hoursAtOnce)
      for (const { workspaceId, hour } of stale) forget(deps, workspaceId, hour)
      for (const { workspaceId, hour } of stale) {
        for (const span of spansAround(deps, workspaceId, hour)) {
          if (span.from + span.hours * hourMs <= before) await blockOf(deps, workspaceId, span, turn, true)
          await turn()
          if (!deps.db.$client.open) return
        }
      }
      if (stale.length < hoursAtOnce) return
    }
  })

const spansAround = (deps: Deps, workspaceId: string, hour: number) => {
  const zones = listEnvironmentRows(deps.db, workspaceId).map(({ market }) => marketOf(market))
  const offsets = new Set(zones.map((zone) => zone?.utcOffsetMinutes ?? utc.offsetMinutes))
  return [
    { from: hour, hours: 1 as const },
    ...[...offsets].flatMap((offsetMinutes) =>
      ([24, 168] as const).map((hours) => spanOf(hour, hours, { name: '', offsetMinutes })),
    ),
  ]
}
