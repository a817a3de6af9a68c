import 'server-only'
import { trimExchanges } from '@/db/queries/exchanges'
import { ofDatabase } from '@/lib/process-state'
import type { Deps } from '../deps'

const slice = 500
const every = 400
const pauseMs = 20
const dayMs = 24 * 60 * 60 * 1000

type Trimming = { written: Map<string, number>; waiting: Set<string>; timer?: NodeJS.Timeout }
const stateOf = ofDatabase('exchanges-trim', (): Trimming => ({ written: new Map(), waiting: new Set() }))

/** Counts one more of a workspace; now and then the oldest go, a slice at a time. */
export const trimSoon = (deps: Deps, workspaceId: string): void => {
  const state = stateOf(deps)
  const written = (state.written.get(workspaceId) ?? 0) + 1
  state.written.set(workspaceId, written % every)
  if (written < every) return
  state.waiting.add(workspaceId)
  state.timer ??= setTimeout(() => trimNext(deps, state), pauseMs).unref()
}

const trimNext = (deps: Deps, state: Trimming): void => {
  state.timer = undefined
  if (!deps.db.$client.open) return
  for (const workspaceId of state.waiting) {
    if (trimOnce(deps, workspaceId) === 0) state.waiting.delete(workspaceId)
  }
  if (state.waiting.size > 0) state.timer = setTimeout(() => trimNext(deps, state), pauseMs).unref()
}

/** One slice of one workspace; returns how many went. */
export const trimOnce = (deps: Deps, workspaceId: string): number => {
  const { most, days } = deps.config.exchanges
  return trimExchanges(deps.db, workspaceId, { most, since: deps.clock() - days * dayMs, slice })
}
