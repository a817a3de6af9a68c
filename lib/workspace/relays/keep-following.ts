import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { activeRelays, updateRelay } from '@/db/queries/relays'
import { logFault } from '@/lib/log'
import { ofDatabase } from '@/lib/process-state'
import type { Deps } from '../deps'
import { stopSignal } from '../server/stop'
import { beginCopying, copyPage } from './copy-callbacks'
import { RelayFailure, waitSeconds } from './remote'

const firstPauseMs = 1_000
const longestPauseMs = 60_000

const following = ofDatabase('relays', () => new Map<string, AbortController>())

/** Follows every relay that is not paused, and stops with the others. Called at the start and with every change. */
export const followRelays = (deps: Deps): void => {
  const running = following(deps)
  const wanted = new Set(activeRelays(deps.db).map(({ id }) => id))
  for (const [id, controller] of running) {
    if (wanted.has(id)) continue
    controller.abort()
    running.delete(id)
  }
  for (const id of wanted) {
    if (running.has(id)) continue
    const controller = new AbortController()
    running.set(id, controller)
    const signal = AbortSignal.any([controller.signal, stopSignal()])
    void follow(deps, id, signal).finally(() => {
      if (running.get(id) === controller) running.delete(id)
    })
  }
}

/** What was changed of a relay holds from its next call on. */
export const beginAnew = (deps: Deps, id: string): void => {
  following(deps).get(id)?.abort()
  following(deps).delete(id)
  followRelays(deps)
}

const follow = async (deps: Deps, id: string, signal: AbortSignal): Promise<void> => {
  let pauseMs = firstPauseMs
  let hasBegun = false
  while (!signal.aborted && deps.db.$client.open) {
    try {
      if (!hasBegun) await beginCopying(deps, id, signal)
      hasBegun = true
      const asked = performance.now()
      const copied = await copyPage(deps, id, { wait: waitSeconds, signal })
      if (copied === undefined) return
      pauseMs = firstPauseMs
      // Something in between that does not wait must not be asked without end.
      if (copied === 0 && performance.now() - asked < firstPauseMs) await pause(firstPauseMs, signal)
    } catch (thrown) {
      if (signal.aborted || !deps.db.$client.open) return
      hasBegun = false
      updateRelay(deps.db, id, { failure: wordsOf(thrown) })
      await pause(pauseMs, signal)
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    }
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined)

const wordsOf = (thrown: unknown): string => {
  if (thrown instanceof RelayFailure) return thrown.message
  return `A fault of Jaribu. The server's log has it under ${logFault(thrown)}.`
}
