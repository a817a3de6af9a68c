import 'server-only'
import { trimExchanges } from '@/db/queries/exchanges'
import { worldRows } from '@/db/queries/world'
import { ofDatabase } from '@/lib/process-state'
import type { Deps } from '../deps'

const slice = 500
const every = 400
const dayMs = 24 * 60 * 60 * 1000

const stateOf = ofDatabase('exchanges-trim', () => ({
  sinceLast: 0,
  timer: undefined as NodeJS.Timeout | undefined,
}))

/** Now and then, for the workspaces that got new ones and the first, which keeps what is nobody's. */
export const trimSoon = (deps: Deps, workspaces: ReadonlySet<string>, written: number): void => {
  const state = stateOf(deps)
  state.sinceLast += written
  if (state.sinceLast < every || state.timer) return
  state.sinceLast = 0
  const first = worldRows(deps.db).firstWorkspace.get()?.id
  const all = [...new Set([...workspaces, ...(first === undefined ? [] : [first])])]
  const next = () => {
    state.timer = undefined
    if (!deps.db.$client.open) return
    const removed = all.reduce((sum, workspaceId) => sum + trimOnce(deps, workspaceId), 0)
    if (removed > 0) state.timer = setTimeout(next, 20).unref()
  }
  state.timer = setTimeout(next, 20).unref()
}

/** One slice of one workspace; returns how many went. */
export const trimOnce = (deps: Deps, workspaceId: string): number => {
  const { most, days } = deps.config.exchanges
  return trimExchanges(deps.db, workspaceId, { most, since: deps.clock() - days * dayMs, slice })
}
