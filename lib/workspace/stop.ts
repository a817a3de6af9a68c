import 'server-only'
import type { Deps } from './deps'
import { stopDue } from './run-due'

const patienceMs = 1_500

const key = Symbol.for('jaribu.stopping')
const held = globalThis as typeof globalThis & { [key]?: true }

/**
 * Lets the server end by itself: it waits for open connections without a limit, so the streams are closed for it. What
 * still hangs after that is cut off.
 */
export const stopOnSignal = (deps: Deps): void => {
  if (held[key]) return
  held[key] = true
  const stop = () => {
    stopDue()
    setTimeout(() => process.exit(0), patienceMs).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // Synchronous, and the last thing that happens: nothing writes after it.
  process.once('exit', () => {
    try {
      deps.db.$client.pragma('wal_checkpoint(TRUNCATE)')
      deps.db.$client.close()
    } catch {
      // The log is replayed at the next start; a failing checkpoint loses nothing.
    }
  })
}
