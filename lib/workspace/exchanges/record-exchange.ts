import 'server-only'
import { insertExchange } from '@/db/queries/exchanges'
import { worldRows } from '@/db/queries/world'
import { log } from '@/lib/log'
import { ofDatabase } from '@/lib/process-state'
import type { CallerClaim } from '@/lib/systems/types'
import type { Emulated, WireMessage } from '@/lib/wire/types'
import type { Deps } from '../deps'
import { type Places, placesOf, readExchange } from './read-exchange'
import type { Sender } from './sender'
import { trimSoon } from './trim'

/** What the emulator's door saw of one request and its answer. */
export type Seen = {
  /** Of `performance.now()`, when the whole request was here. */
  startedAt: number
  system: string
  message: WireMessage
  emulated: Emulated
  /** Whose world it met, and by which application. */
  caller?: { workspaceId: string; appId: string }
  /** What it said of its sender, true or not. */
  claim?: CallerClaim
  /** Set where Jaribu itself sent it. */
  sender?: Sender | undefined
}

export type Waiting = Seen & {
  id: string
  /** When it was answered. */
  at: number
  micros: number
  /** Of the bodies, as they came: only their beginnings are held. */
  bodyBytes: number
}

type Queue = {
  waiting: Waiting[]
  bytes: number
  timer?: NodeJS.Timeout
  /** Since the start of the process. */
  dropped: number
  droppedAt: number | null
}

const queueOf = ofDatabase('exchanges', (): Queue => ({ waiting: [], bytes: 0, dropped: 0, droppedAt: null }))

/** What waits to be written at most; beyond it the oldest are given up. */
const mostWaiting = 20_000
const mostWaitingBytes = 64 * 1024 * 1024
/** How much of a body is kept. */
const keptBytes = 256 * 1024

const firstAfterMs = 60
/** A slice blocks the process for about this long, and then leaves it alone for twice as long. */
const sliceMs = 12

const beginningOf = <Body extends Uint8Array | string>(body: Body): Body =>
  body.length <= keptBytes
    ? body
    : // A copy, so that the rest of a large body is not held with it.
      ((typeof body === 'string'
        ? body.slice(0, keptBytes)
        : new Uint8Array(body.subarray(0, keptBytes))) as Body)

const bytesOf = ({ message, emulated }: Pick<Seen, 'message' | 'emulated'>) =>
  message.body.length + emulated.answer.body.length + 2000

/** Remembers an exchange. It is read, redacted and written within a second, away from the caller's time. */
export const recordExchange = (deps: Deps, seen: Seen): void => {
  const queue = queueOf(deps)
  const { message, emulated } = seen
  const waiting: Waiting = {
    ...seen,
    id: deps.ids.next(),
    at: deps.clock(),
    micros: (performance.now() - seen.startedAt) * 1000,
    bodyBytes: message.body.length,
    message: { ...message, body: beginningOf(message.body) },
    emulated: { ...emulated, answer: { ...emulated.answer, body: beginningOf(emulated.answer.body) } },
  }
  queue.waiting.push(waiting)
  queue.bytes += bytesOf(waiting)
  if (queue.waiting.length > mostWaiting || queue.bytes > mostWaitingBytes) giveUpOldest(deps, queue)
  queue.timer ??= setTimeout(() => drain(deps, queue), firstAfterMs).unref()
}

const giveUpOldest = (deps: Deps, queue: Queue): void => {
  // A tenth at a time: taking one off the front of a long list costs as much.
  const gone = queue.waiting.splice(0, Math.max(1, Math.ceil(queue.waiting.length / 10)))
  for (const each of gone) queue.bytes -= bytesOf(each)
  if (queue.dropped === 0) log().warn('Calls to the emulators came faster than they could be recorded')
  queue.dropped += gone.length
  queue.droppedAt = deps.clock()
}

/** Exchanges that were given up since the start, because they came faster than they could be written. */
export const givenUp = (deps: Deps): { count: number; lastAt: number | null } => {
  const { dropped, droppedAt } = queueOf(deps)
  return { count: dropped, lastAt: droppedAt }
}

const drain = (deps: Deps, queue: Queue): void => {
  queue.timer = undefined
  if (!deps.db.$client.open) return
  const started = performance.now()
  writeSlice(deps, queue, started + sliceMs)
  const spent = performance.now() - started
  if (queue.waiting.length > 0) {
    queue.timer = setTimeout(() => drain(deps, queue), Math.max(5, spent * 2)).unref()
  }
}

/** Writes all that waits, at once: before the process ends, and where a test or a script asks what was seen. */
export const flushExchanges = (deps: Deps): void => {
  const queue = queueOf(deps)
  clearTimeout(queue.timer)
  queue.timer = undefined
  while (queue.waiting.length > 0) writeSlice(deps, queue, Number.POSITIVE_INFINITY)
}

/** In one commit; should one exchange break it, each on its own, so that it spoils nobody else's. */
const writeSlice = (deps: Deps, queue: Queue, until: number): void => {
  const places = placesOf(deps)
  let taken = 0
  try {
    deps.db.$client.transaction(() => {
      while (taken < queue.waiting.length && taken < 500 && (taken === 0 || performance.now() < until)) {
        write(deps, places, queue.waiting[taken] as Waiting)
        taken += 1
      }
    })()
  } catch {
    taken = Math.min(taken + 1, queue.waiting.length)
    for (const each of queue.waiting.slice(0, taken)) writeAlone(deps, places, each)
  }
  const written = queue.waiting.splice(0, taken)
  for (const each of written) queue.bytes -= bytesOf(each)
  trimSoon(deps, new Set(written.flatMap(({ caller }) => caller?.workspaceId ?? [])), written.length)
}

const writeAlone = (deps: Deps, places: Places, waiting: Waiting): void => {
  try {
    deps.db.$client.transaction(() => write(deps, places, waiting))()
  } catch (error) {
    log().error({ err: error, exchange: waiting.id }, 'An exchange could not be recorded')
  }
}

const write = (deps: Deps, places: Places, waiting: Waiting): void => {
  const workspaceId = waiting.caller?.workspaceId ?? worldRows(deps.db).firstWorkspace.get()?.id
  // Before the first start is over there is nobody to keep it for.
  if (workspaceId === undefined) return
  insertExchange(deps.db, readExchange(places, workspaceId, waiting).row)
}
