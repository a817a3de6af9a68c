import 'server-only'
import { setMaxListeners } from 'node:events'
import { ofProcess } from '@/lib/process-state'
import type { Deps } from '../deps'
import { flushBehind } from '../exchanges/write-behind'
import { stopDue } from '../world/run-due'

const patienceMs = 900

const controller = ofProcess('stopping', () => {
  const made = new AbortController()
  // Every open stream listens.
  setMaxListeners(0, made.signal)
  return made
})

/**
 * Aborts when the process is asked to end. Streams and long polls end themselves then: the server waits for open
 * connections without a limit.
 */
export const stopSignal = (): AbortSignal => controller().signal

/** Aborts when the client leaves or the server stops: for requests that are held open. */
export const untilStop = (request: Request): AbortSignal => AbortSignal.any([request.signal, stopSignal()])

/** Ends the process soon after it was asked to, with nothing left in the write-ahead log. */
export const stopOnSignal = (deps: Deps): void => {
  const stop = () => {
    stopDue()
    controller().abort()
    // The server ends by itself once its connections are closed; what still hangs then is cut off.
    setTimeout(() => process.exit(0), patienceMs).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // Synchronous, and the last thing that happens: nothing writes after it.
  process.once('exit', () => {
    try {
      flushBehind(deps)
    } catch {
      // What could not be written in time is lost; the database is still closed.
    }
    try {
      deps.db.$client.pragma('wal_checkpoint(TRUNCATE)')
      deps.db.$client.close()
    } catch {
      // The log is replayed at the next start; a failing checkpoint loses nothing.
    }
  })
}
