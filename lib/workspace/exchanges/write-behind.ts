import 'server-only'
import { inTransaction, withoutWaiting } from '@/db/client'
import { log } from '@/lib/log'
import { ofDatabase } from '@/lib/process-state'
import { announceTouched } from '../callbacks/announce-touched'
import { nothingTouched, type Touched } from '../callbacks/apply-meaning'
import type { Deps } from '../deps'
import { type Places, placesOf } from './places'

/** What a slice of writes shares. */
export type Slice = {
  places: Places
  touchedOf(workspaceId: string): Touched
  /** Workspaces that got an exchange: each hears of it once. */
  received: Set<string>
  /** Applications' keys whose use was noted already. */
  keysNoted: Set<string>
}

type Item = {
  /** What it holds in memory, roughly. */
  bytes: number
  /** Within the slice's transaction. */
  write(slice: Slice): void
}

type Queue = {
  items: Item[]
  bytes: number
  timer?: NodeJS.Timeout
  lastAt: number
  readAt: number
  dropped: number
  droppedAt: number | null
}

const queueOf = ofDatabase(
  'write-behind',
  (): Queue => ({ items: [], bytes: 0, lastAt: 0, readAt: 0, dropped: 0, droppedAt: null }),
)

/** What waits to be written at most; beyond it the oldest are given up. */
const mostItems = 20_000
const mostBytes = 64 * 1024 * 1024

const firstAfterMs = 60
/** A slice holds the process up for no longer. */
const sliceMs = 20
const mostInSlice = 500
/** While calls keep coming they go first, and records get this share of the time; more from half of the bound on. */
const leastShare = 0.08
/** It is quiet when nothing came for so long, and then records get this share. */
const quietAfterMs = 30
const quietShare = 0.6
/** Of what waits, a reader has so many written before it reads, and no slice is made for many readers at once. */
const mostForEachReader = 100
const sharedForMs = 50

/** Has something written soon, in the order in which it was given, away from the time of whoever asks. */
export const writeBehind = (deps: Deps, item: Item): void => {
  const queue = queueOf(deps)
  queue.items.push(item)
  queue.bytes += item.bytes
  queue.lastAt = performance.now()
  if (queue.items.length > mostItems || queue.bytes > mostBytes) giveUpOldest(deps, queue)
  queue.timer ??= setTimeout(() => drain(deps, queue), firstAfterMs).unref()
}

const giveUpOldest = (deps: Deps, queue: Queue): void => {
  // A tenth at a time: taking one off the front of a long list costs as much.
  const gone = queue.items.splice(0, Math.max(1, Math.ceil(queue.items.length / 10)))
  for (const { bytes } of gone) queue.bytes -= bytes
  if (queue.dropped === 0) log().warn('Calls to the emulators came faster than they could be recorded')
  queue.dropped += gone.length
  queue.droppedAt = deps.clock()
}

/** What was given up since the start, because it came faster than it could be written. */
export const givenUp = (deps: Deps): { count: number; lastAt: number | null } => {
  const { dropped, droppedAt } = queueOf(deps)
  return { count: dropped, lastAt: droppedAt }
}

const drain = (deps: Deps, queue: Queue): void => {
  queue.timer = undefined
  if (!deps.db.$client.open) return
  const started = performance.now()
  const isQuiet = started - queue.lastAt > quietAfterMs
  writeSlice(deps, queue, started + sliceMs)
  const spent = performance.now() - started
  if (queue.items.length > 0) {
    const share = isQuiet ? quietShare : leastShare + (1 - leastShare) * Math.max(0, fillOf(queue) - 0.5) * 2
    const rest = Math.min(longestRest, Math.max(2, spent * (1 / share - 1)))
    queue.timer = setTimeout(() => drain(deps, queue), rest).unref()
  }
}

/** A rush that ended is noticed soon. */
const longestRest = 300

/**
 * What a reader is told is not behind what was answered, unless that is more than a slice of work: many readers at once
 * share one then.
 */
export const catchUpBehind = (deps: Deps): void => {
  const queue = queueOf(deps)
  const { items, readAt } = queue
  const now = performance.now()
  if (items.length === 0 || (items.length > mostForEachReader && now - readAt < sharedForMs)) return
  writeSlice(deps, queue, now + sliceMs)
  queue.readAt = performance.now()
}

/** From 0, nothing waits, to 1, the oldest are about to be given up. */
const fillOf = ({ items, bytes }: Queue): number => Math.max(items.length / mostItems, bytes / mostBytes)

/** Writes all that waits, at once: before the process ends, and where a test asks what was seen. */
export const flushBehind = (deps: Deps): void => {
  const queue = queueOf(deps)
  clearTimeout(queue.timer)
  queue.timer = undefined
  while (queue.items.length > 0) writeSlice(deps, queue, Number.POSITIVE_INFINITY)
}

/** In one commit; should one item break it, each on its own, so that it spoils nobody else's. */
const writeSlice = (deps: Deps, queue: Queue, until: number): void => {
  let taken = 0
  try {
    commit(deps, (slice) => {
      while (
        taken < queue.items.length &&
        taken < mostInSlice &&
        (taken === 0 || performance.now() < until)
      ) {
        queue.items[taken]?.write(slice)
        taken += 1
      }
    })
  } catch {
    taken = Math.min(taken + 1, queue.items.length)
    for (const item of queue.items.slice(0, taken)) writeAlone(deps, item)
  }
  for (const { bytes } of queue.items.splice(0, taken)) queue.bytes -= bytes
}

const writeAlone = (deps: Deps, item: Item): void => {
  try {
    commit(deps, (slice) => item.write(slice))
  } catch (error) {
    log().error({ err: error }, 'A call to an emulator could not be recorded')
  }
}

const commit = (deps: Deps, write: (slice: Slice) => void): void => {
  const touched = new Map<string, Touched>()
  const received = new Set<string>()
  const places = placesOf(deps)
  const touchedOf = (workspaceId: string): Touched => {
    const known = touched.get(workspaceId) ?? nothingTouched()
    touched.set(workspaceId, known)
    return known
  }
  // A second's worth is lost with the process anyway: the disk need not be waited for.
  withoutWaiting(deps.db, () =>
    inTransaction(deps.db, () => write({ places, touchedOf, received, keysNoted: new Set() })),
  )
  for (const [workspaceId, each] of touched) announceTouched(deps, workspaceId, newest(each))
  for (const workspaceId of received) deps.live.announce(workspaceId, { type: 'exchanges', data: {} })
}

/** A screen shows the newest; what came before them in the same moment is there when it is looked for. */
const mostAnnounced = 60

const newest = ({ callbacks, runs }: Touched): Touched => ({
  callbacks: new Map([...callbacks].slice(-mostAnnounced)),
  runs: new Set([...runs].slice(-mostAnnounced)),
})
