import 'server-only'
import { withoutWaiting } from '@/db/client'
import { countRefusals, type RefusalRow } from '@/db/queries/inboxes'
import { logFault } from '@/lib/log'
import { ofDatabase } from '@/lib/process-state'
import type { Deps } from '../deps'

/** Senders of an inbox that are told apart. */
const mostSenders = 100
/** As many wait to be written; further senders are counted when these are. */
const mostWaiting = 1_000
/** A flood of refused requests costs one write a moment. */
const writtenAfterMs = 500

const tally = ofDatabase(
  'inbox-refusals',
  (): { waiting: Map<string, RefusalRow>; timer?: NodeJS.Timeout } => ({
    waiting: new Map(),
  }),
)

/** Counts a request that was turned away. It is written a moment later and never stored itself. */
export const noteRefusal = (
  deps: Deps,
  inboxId: string,
  reason: RefusalRow['reason'],
  remoteAddress: string,
): void => {
  const { waiting, timer } = tally(deps)
  const key = `${inboxId} ${reason} ${remoteAddress}`
  const known = waiting.get(key)
  if (!known && waiting.size >= mostWaiting) return
  const lastAt = deps.clock()
  waiting.set(key, { inboxId, reason, remoteAddress, count: (known?.count ?? 0) + 1, lastAt })
  if (timer) return
  tally(deps).timer = setTimeout(() => writeRefusals(deps), writtenAfterMs).unref()
}

/** Writes what was counted. Readers call it, so that they are not behind. */
export const writeRefusals = (deps: Deps): void => {
  const state = tally(deps)
  clearTimeout(state.timer)
  state.timer = undefined
  const rows = [...state.waiting.values()]
  if (rows.length === 0 || !deps.db.$client.open) return
  state.waiting.clear()
  try {
    withoutWaiting(deps.db, () =>
      deps.db.$client.transaction(() => countRefusals(deps.db, rows, mostSenders))(),
    )
  } catch (thrown) {
    // The inbox may be gone meanwhile, and its count with it.
    logFault(thrown)
  }
}
