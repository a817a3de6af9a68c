import 'server-only'
import { insertExchange } from '@/db/queries/exchanges'
import type { CallerClaim } from '@/lib/systems/types'
import type { Emulated, WireMessage } from '@/lib/wire/types'
import type { Deps } from '../deps'
import { readExchange } from './read-exchange'
import { storeRunOf } from './run-of-exchange'
import type { Sender } from './sender'
import { trimSoon } from './trim'
import { type Slice, writeBehind } from './write-behind'

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
  /** Of the body as it came: only its beginning is held. */
  bodyBytes: number
}

/** How much of a body is kept. */
export const keptBytes = 256 * 1024

const beginningOf = <Body extends Uint8Array | string>(body: Body): Body =>
  body.length <= keptBytes
    ? body
    : // A copy, so that the rest of a large body is not held with it.
      ((typeof body === 'string'
        ? body.slice(0, keptBytes)
        : new Uint8Array(body.subarray(0, keptBytes))) as Body)

/** Remembers an exchange. It is read, redacted and written within a second, away from the caller's time. */
export const recordExchange = (deps: Deps, seen: Seen): void => {
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
  const bytes = waiting.message.body.length + waiting.emulated.answer.body.length + 2000
  writeBehind(deps, { bytes, write: (slice) => write(deps, slice, waiting) })
}

const write = (deps: Deps, slice: Slice, waiting: Waiting): void => {
  const workspaceId = waiting.caller?.workspaceId ?? slice.places.first
  // Before the first start is over there is nobody to keep it for.
  if (workspaceId === undefined) return
  const read = readExchange(slice.places, workspaceId, waiting)
  const runId = storeRunOf(deps, slice, waiting, read) ?? read.row.runId
  insertExchange(deps.db, { ...read.row, runId })
  slice.received.add(workspaceId)
  trimSoon(deps, workspaceId)
}
