import 'server-only'
import { sheetsOfEnvironment } from '@/db/queries/go-live'
import { judgings, nextDueAt } from '@/db/queries/go-live-judging'
import { logFault } from '@/lib/log'
import { ofDatabase } from '@/lib/process-state'
import type { Deps } from '../deps'
import { judgeSlice } from './judge-slice'

type Watch = {
  workspaces: Set<string>
  isAwake: boolean
  timer: NodeJS.Timeout | undefined
  /** Environments whose sheets have changed, announced soon. */
  changed: Set<string>
  announcing: NodeJS.Timeout | undefined
}

const watchOf = ofDatabase(
  'go-live-watch',
  (): Watch => ({
    workspaces: new Set(),
    isAwake: false,
    timer: undefined,
    changed: new Set(),
    announcing: undefined,
  }),
)

/** Judges what is recorded in the workspaces that have sheets, soon after it was. Safe to repeat. */
export const keepJudging = (deps: Deps): void => {
  const watch = watchOf(deps)
  for (const { workspaceId } of judgings(deps.db)) {
    if (watch.workspaces.has(workspaceId)) continue
    watch.workspaces.add(workspaceId)
    deps.live.subscribe(workspaceId, () => wake(deps, watch))
  }
  if (watch.workspaces.size > 0) wake(deps, watch)
}

const afterFault = 5000
/** Many announcements of a moment are one awakening. */
const soon = 25
const longestNap = 60_000

const wake = (deps: Deps, watch: Watch, ms = soon) => {
  if (watch.isAwake) return
  watch.isAwake = true
  setTimeout(() => {
    watch.isAwake = false
    if (deps.db.$client.open) pump(deps, watch)
  }, ms).unref()
}

const pump = (deps: Deps, watch: Watch) => {
  try {
    let isMore = false
    for (const { environmentId } of judgings(deps.db)) {
      const { isChanged, left } = judgeSlice(deps, environmentId)
      if (isChanged) announceSoon(deps, watch, environmentId)
      if (left !== 'nothing') isMore = true
    }
    if (isMore) {
      // A turn for everybody else between two slices.
      watch.isAwake = true
      setImmediate(() => {
        watch.isAwake = false
        if (deps.db.$client.open) pump(deps, watch)
      })
      return
    }
    napUntilDue(deps, watch)
  } catch (thrown) {
    logFault(thrown)
    wake(deps, watch, afterFault)
  }
}

/** Waiting times end without anybody announcing it. */
const napUntilDue = (deps: Deps, watch: Watch) => {
  clearTimeout(watch.timer)
  const due = nextDueAt(deps.db)
  if (due === undefined) return
  watch.timer = setTimeout(() => wake(deps, watch), Math.min(Math.max(soon, due - deps.clock()), longestNap))
  watch.timer.unref()
}

const announceEvery = 400

const announceSoon = (deps: Deps, watch: Watch, environmentId: string) => {
  watch.changed.add(environmentId)
  watch.announcing ??= setTimeout(() => {
    watch.announcing = undefined
    const changed = [...watch.changed]
    watch.changed.clear()
    if (deps.db.$client.open) for (const each of changed) announceSheets(deps, each)
  }, announceEvery).unref()
}

const announceSheets = (deps: Deps, environmentId: string) => {
  for (const { id, workspaceId } of sheetsOfEnvironment(deps.db, environmentId)) {
    deps.live.announce(workspaceId, { type: 'sheet', data: { id } })
  }
}

/** Everything that changed until now is judged; what was recorded before the sheet may take its time. */
export const catchUp = async (deps: Deps, environmentId: string): Promise<void> => {
  while (judgeSlice(deps, environmentId).left === 'queue') await new Promise((done) => setImmediate(done))
}

/** All of it, for those who cannot go on without. */
export const judgeAll = async (deps: Deps, environmentId: string): Promise<void> => {
  while (judgeSlice(deps, environmentId).left !== 'nothing') await new Promise((done) => setImmediate(done))
}
