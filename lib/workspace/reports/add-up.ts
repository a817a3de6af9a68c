import 'server-only'
import { isMarked } from '@/db/queries/report-blocks'
import {
  freshSums,
  type HourSums,
  hourDifferences,
  lastMoment,
  nextHour,
  replaceHour,
} from '@/db/queries/roll-ups'
import { hourMs } from '@/lib/reports/period'
import type { Deps } from '../deps'
import { inSlices } from '../slices'
import { forget, reading } from './blocks'

export type AddedUp = { rollups: number; timings: number; busyHours: number }

/** So few that adding them up keeps nobody waiting. */
const runsAtOnce = 2_000
/** An hour in which runs change faster than they can be added up is left as the triggers keep it. */
const attempts = 5

/**
 * Adds all runs of a workspace up again, an hour at a time and in slices, and compares the sums with those that the
 * triggers keep; with `isRepairing`, puts them in their place. Runs may come and change meanwhile: an hour that does is
 * added up again, so what is compared is always of one moment.
 */
export const addUp = (
  deps: Pick<Deps, 'db'>,
  workspaceId: string,
  isRepairing: boolean,
  tell: (done: number, of: number) => void,
): Promise<AddedUp> =>
  reading(deps, async () => {
    const { db } = deps
    const turn = inSlices()
    const found: AddedUp = { rollups: 0, timings: 0, busyHours: 0 }
    const first = nextHour(db, workspaceId, 0)
    const last = lastMoment(db, workspaceId)
    for (let hour = first; hour !== null && last !== null && first !== null; ) {
      const differences = await hourIn(deps, workspaceId, hour, isRepairing, turn)
      if (differences === null) found.busyHours += 1
      else {
        found.rollups += differences.rollups
        found.timings += differences.timings
      }
      tell(Math.floor((hour - first) / hourMs) + 1, Math.floor((last - first) / hourMs) + 1)
      await turn()
      if (!db.$client.open) break
      hour = nextHour(db, workspaceId, hour + hourMs)
    }
    return found
  })

/** Null where it changed each time before it was added up. */
const hourIn = async (
  deps: Pick<Deps, 'db'>,
  workspaceId: string,
  hour: number,
  isRepairing: boolean,
  turn: () => Promise<void>,
): Promise<{ rollups: number; timings: number } | null> => {
  const { db } = deps
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (isRepairing || isMarked(db, workspaceId, hour)) forget(deps, workspaceId, hour)
    let fresh: HourSums | undefined
    for (const sums of freshSums(db, workspaceId, hour, runsAtOnce)) {
      fresh = sums
      await turn()
    }
    const isSettled = db.transaction(() => {
      if (!fresh || isMarked(db, workspaceId, hour)) return null
      const differences = hourDifferences(db, workspaceId, hour, fresh)
      if (isRepairing && differences.rollups + differences.timings > 0)
        replaceHour(db, workspaceId, hour, fresh)
      return differences
    })
    if (isSettled) return isSettled
  }
  return null
}
