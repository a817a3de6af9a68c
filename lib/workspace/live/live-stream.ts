import 'server-only'
import { eventBounds, eventsAfter } from '@/db/queries/events'
import type { Actor, Deps } from '../deps'
import { maskFor } from '../mask'

const heartbeatMs = 15_000
const atOnce = 200
/** Whoever missed more reads the whole screen again instead of every event. */
const mostMissed = 2_000

/** Number of the newest event: what a page that is drawn now need not hear. */
export const lastEventId = (deps: Deps): number => eventBounds(deps.db).last

/**
 * Server-sent events of one workspace from after the given event on. The table is read whenever something was
 * announced, so that nothing is lost or doubled between replay and live. `isMember` is asked at each heartbeat: the
 * stream of somebody who was removed or signed out ends.
 */
export const liveStream = (
  deps: Deps,
  actor: Actor,
  {
    after,
    signal,
    isMember,
  }: { after: number | undefined; signal: AbortSignal; isMember: () => Promise<boolean> },
): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  let stop = () => {}
  let pump = () => {}
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const bounds = eventBounds(deps.db)
        let last = after ?? bounds.last
        let isClosed = false
        const write = (text: string) => {
          if (!isClosed) controller.enqueue(encoder.encode(text))
        }
        // Named at once, so that a reader which is cut before its first event resumes from here.
        write(`retry: 1000\nid: ${last}\n\n`)
        const resync = (at: number) => {
          last = at
          write(`id: ${at}\nevent: resync\ndata: {}\n\n`)
        }
        const isTrimmed = after !== undefined && bounds.first > 0 && after < bounds.first - 1
        const isFromElsewhere = last > bounds.last
        if (isTrimmed || isFromElsewhere || bounds.last - last > mostMissed) resync(bounds.last)

        pump = () => {
          // A reader that takes nothing holds nothing up: it is served again when it does.
          while (!isClosed && (controller.desiredSize ?? 0) > 0) {
            const rows = eventsAfter(deps.db, actor.workspaceId, last, atOnce)
            for (const row of rows) {
              last = row.id
              const data =
                actor.role === 'viewer' ? JSON.stringify(maskFor(actor.role, JSON.parse(row.data))) : row.data
              write(`id: ${row.id}\nevent: ${row.type}\ndata: ${data}\n\n`)
            }
            if (rows.length < atOnce) return
          }
        }
        const unsubscribe = deps.live.subscribe(actor.workspaceId, pump)
        const heartbeat = setInterval(() => {
          write(': still here\n\n')
          isMember().then(
            (stays) => stays || stop(),
            () => stop(),
          )
        }, heartbeatMs)
        stop = () => {
          if (isClosed) return
          isClosed = true
          clearInterval(heartbeat)
          unsubscribe()
          signal.removeEventListener('abort', stop)
          try {
            controller.close()
          } catch {
            // Cancelled by the reader already.
          }
        }
        signal.addEventListener('abort', stop)
        pump()
      },
      pull: () => pump(),
      cancel: () => stop(),
    },
    { highWaterMark: 64 },
  )
}
