import 'server-only'
import { eventBounds } from '@/db/queries/events'
import type { Actor, Deps } from '../deps'
import { joinFeed, readEvents } from './live-feed'

const heartbeatMs = 15_000
/** Whoever missed more reads the whole screen again instead of every event. */
const mostMissed = 2_000
/** What may wait for one reader. More is not written: it is in the table. */
export const mostWaiting = 256 * 1024

/** Number of the newest event: what a page that is drawn now need not hear. */
export const lastEventId = (deps: Deps): number => eventBounds(deps.db).last

/** Where the events of one reader are written. */
export type LiveSink = {
  write(bytes: Uint8Array): void
  /** True while more waits for the reader than `mostWaiting`. */
  isFull(): boolean
  /** Ends in order what was begun. */
  end(): void
  /** Ends at once whom nothing reaches any more. */
  cut(): void
}

export type LiveAsked = {
  /** The event that the reader has seen last, if it told one. */
  after: number | undefined
  signal: AbortSignal
  /** Asked at each heartbeat and when people changed: the stream of who was removed or signed out ends. */
  isMember: () => Promise<boolean>
}

/**
 * Writes one workspace's events from after the given one on. Who has caught up is handed what is new, serialised once
 * for all; who is slower than that reads the table again once it has taken what it has, and who has taken nothing from
 * one heartbeat to the next is cut and comes back with the number of its last event. `drained` says that it took what
 * was waiting.
 */
export const openLive = (
  deps: Deps,
  actor: Actor,
  { after, signal, isMember }: LiveAsked,
  sink: LiveSink,
): { drained(): void; stop(): void } => {
  const bounds = eventBounds(deps.db)
  let last = after ?? bounds.last
  let isClosed = false
  let leave: (() => void) | undefined
  const say = (text: string) => sink.write(Buffer.from(text))
  // Named at once, so that a reader which is cut before its first event resumes from here.
  say(`retry: 1000\nid: ${last}\n\n`)
  const resync = (at: number) => {
    last = at
    say(`id: ${at}\nevent: resync\ndata: {}\n\n`)
  }
  const isTrimmed = after !== undefined && bounds.first > 0 && after < bounds.first - 1
  if (isTrimmed || last > bounds.last) resync(bounds.last)

  const listener = {
    take(bytes: Uint8Array, newest: number) {
      last = newest
      sink.write(bytes)
      if (!sink.isFull()) return
      leave?.()
      leave = undefined
    },
  }
  const catchUp = () => {
    if (isClosed || leave || !deps.db.$client.open) return
    const newest = lastEventId(deps)
    if (newest - last > mostMissed) resync(newest)
    while (!isClosed && !leave && !sink.isFull()) {
      const events = readEvents(deps, actor, last)
      if (events) listener.take(events.bytes, events.last)
      else leave = joinFeed(deps, actor, last, listener)
    }
  }
  let wasFull = false
  const heartbeat = setInterval(() => {
    if (sink.isFull()) {
      if (wasFull) end(() => sink.cut())
      wasFull = true
    } else {
      wasFull = false
      say(': still here\n\n')
    }
    check()
  }, heartbeatMs)
  const check = () => {
    if (isClosed) return
    isMember().then(
      (stays) => stays || stop(),
      () => stop(),
    )
  }
  const uncheck = deps.live.subscribeToPeople(actor.workspaceId, check)
  const end = (close: () => void) => {
    if (isClosed) return
    isClosed = true
    clearInterval(heartbeat)
    leave?.()
    uncheck()
    signal.removeEventListener('abort', stop)
    close()
  }
  const stop = () => end(() => sink.end())
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  catchUp()
  return { drained: catchUp, stop }
}

/** The same as a web stream, for hosts that give nothing else. */
export const liveStream = (deps: Deps, actor: Actor, asked: LiveAsked): ReadableStream<Uint8Array> => {
  let live: ReturnType<typeof openLive> | undefined
  let isCancelled = false
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        live = openLive(deps, actor, asked, {
          write: (bytes) => controller.enqueue(bytes),
          isFull: () => (controller.desiredSize ?? 0) <= 0,
          end: () => {
            if (!isCancelled) controller.close()
          },
          cut: () => controller.error(new Error('The reader takes nothing.')),
        })
      },
      pull: () => live?.drained(),
      cancel: () => {
        isCancelled = true
        live?.stop()
      },
    },
    { highWaterMark: mostWaiting, size: (chunk) => chunk?.byteLength ?? 0 },
  )
}
