import { isProblem } from '@/lib/api/client'
import type { Callback, Io } from './io'
import type { Place } from './place'

/** Longest wait of one call, in seconds, and between calls that failed, in milliseconds. */
const longestWait = 30
const pauses = [500, 1000, 2000, 5000, 10_000]

export type Following = {
  inbox: string | undefined
  after: number
  /** In milliseconds of the clock; endless without it. */
  until?: number
  onTrouble?: (message: string) => void
  onBack?: () => void
}

/** The cursor after everything that is there now. */
export const cursorNow = async (place: Place, inbox: string | undefined): Promise<number> => {
  const page = await place.call('GET /callbacks', { query: { inbox, limit: 1 } })
  return page.cursor ?? 0
}

/** Callbacks in the order in which they came, each once, through outages and restarts of Jaribu. */
export async function* follow(
  place: Place,
  io: Io,
  { inbox, after, until, onTrouble, onBack }: Following,
): AsyncGenerator<Callback> {
  let cursor = after
  let failures = 0
  while (!io.signal.aborted) {
    const leftMs = until === undefined ? Number.POSITIVE_INFINITY : until - io.now()
    if (leftMs <= 0) return
    const wait = Math.min(longestWait, Math.ceil(leftMs / 1000))
    try {
      const page = await place.call('GET /callbacks', { query: { inbox, after: cursor, wait, limit: 100 } })
      if (failures > 0) onBack?.()
      failures = 0
      if ('view' in page) return
      for (const callback of page.callbacks) {
        yield callback
        cursor = callback.id
      }
    } catch (thrown) {
      if (io.signal.aborted) return
      // What was refused is refused the next time too; what is down comes back.
      if (!isProblem(thrown) || (thrown.status !== 0 && thrown.status < 500)) throw thrown
      if (failures === 0) onTrouble?.(thrown.message)
      await io.pause(pauses[Math.min(failures, pauses.length - 1)] ?? 0)
      failures += 1
    }
  }
}
