import 'server-only'
import { withoutWaiting } from '@/db/client'
import { type ArrivalRow, countArrivals, firstArrivals, removeArrivals } from '@/db/queries/arrivals'
import { indexPending } from '@/db/queries/callback-search'
import { log } from '@/lib/log'
import { ofDatabase } from '@/lib/process-state'
import { contentOf } from '@/lib/wire/content'
import type { Deps } from '../deps'
import { announceTouched } from './announce-touched'
import { nothingTouched, type Touched } from './apply-meaning'
import { type Captured, storeArrival } from './link-callbacks'
import { understandMessage } from './understand-message'

/** More than this many wait in the journal for nobody: captures are slowed down instead. */
export const mostArrivals = 40_000
/** Nothing holds the process up for longer, however much there is to move. */
const sliceMs = 20
const rowsAtOnce = 32
const indexedAtOnce = 1_000
/** More arrivals than this in a window are a rush: captures go first, and what follows from them gets a share. */
const rush = { windowMs: 50, arrivals: 16, overAfterMs: 25 }
const leastShare = 0.1
/** Up to so many arrivals are moved for any reader; of more, a slice in so much time. */
const mostForEachReader = 100
const sharedForMs = 50
const afterFaultMs = 5_000
/** The rest is understood a second time when its turn comes. */
const mostKnown = 10_000

type Journal = {
  /** Rows that are not callbacks yet. */
  count: number
  isCounted: boolean
  /** What this process knows already of the oldest of them, by id. */
  known: Map<number, Pick<Known, 'understand'> & Pick<Captured, 'answerMicros'>>
  isScheduled: boolean
  isIndexing: boolean
  window: { startedAt: number; arrivals: number; before: number }
  lastArrivalAt: number
  /** Milliseconds that moving may take while captures keep coming. */
  credit: number
  slicedAt: number
  creditedAt: number
}

const journals = ofDatabase(
  'arrivals',
  (): Journal => ({
    count: 0,
    isCounted: false,
    known: new Map(),
    isScheduled: false,
    isIndexing: false,
    window: { startedAt: 0, arrivals: 0, before: 0 },
    lastArrivalAt: 0,
    credit: 0,
    slicedAt: 0,
    creditedAt: 0,
  }),
)

/** Counted once a process; from then on kept. */
const journalOf = (deps: Deps): Journal => {
  const journal = journals(deps)
  if (journal.isCounted) return journal
  journal.count = countArrivals(deps.db)
  journal.isCounted = true
  return journal
}

export const hasRoom = (deps: Deps): boolean => journalOf(deps).count < mostArrivals

/** Moves a slice on for somebody who waits; says whether the journal takes more now. */
export const makeRoom = (deps: Deps): boolean => {
  moveSlice(deps)
  return hasRoom(deps)
}

/** What is known of an arrival beside its row. */
export type Known = { startedAt: number; understand(): Captured['meaning'] }

/** Rows from `first` on were committed. */
export const noteArrivals = (deps: Deps, first: number, arrivals: readonly Known[]): void => {
  const journal = journalOf(deps)
  const now = performance.now()
  arrivals.forEach(({ startedAt, understand }, index) => {
    const answerMicros = Math.max(1, Math.round((now - startedAt) * 1000))
    if (journal.known.size < mostKnown) journal.known.set(first + index, { understand, answerMicros })
  })
  journal.count += arrivals.length
  journal.lastArrivalAt = now
  const { window } = journal
  if (now - window.startedAt > rush.windowMs) {
    window.before = now - window.startedAt > 2 * rush.windowMs ? 0 : window.arrivals
    window.startedAt = now
    window.arrivals = 0
  }
  window.arrivals += arrivals.length
  moveSoon(deps, journal)
}

const isRush = ({ window, lastArrivalAt }: Journal, now: number) =>
  now - lastArrivalAt < rush.overAfterMs && Math.max(window.arrivals, window.before) > rush.arrivals

/** A turn later, so that the answers leave first; in a rush when its share of the time allows. */
const moveSoon = (deps: Deps, journal: Journal): void => {
  if (journal.isScheduled) return
  journal.isScheduled = true
  const turn = () => {
    journal.isScheduled = false
    // What a stopping process leaves is moved by the next one.
    if (!deps.db.$client.open) return
    try {
      if (mayMove(journal)) moveSlice(deps)
    } catch (error) {
      log().error({ err: error }, 'Captured messages could not be moved on')
      journal.isScheduled = true
      setTimeout(turn, afterFaultMs).unref()
      return
    }
    if (journal.count > 0) moveSoon(deps, journal)
    else indexSoon(deps, journal)
  }
  if (isRush(journal, performance.now())) setTimeout(turn, 1)
  else setImmediate(turn)
}

const mayMove = (journal: Journal): boolean => {
  const now = performance.now()
  if (!isRush(journal, now)) {
    journal.credit = 0
    journal.creditedAt = now
    return true
  }
  const fill = Math.max(0, journal.count / mostArrivals - 0.5) * 2
  const share = leastShare + (1 - leastShare) * fill
  journal.credit += Math.min(now - journal.creditedAt, 100) * share
  journal.creditedAt = now
  if (journal.credit < sliceMs) return false
  journal.credit = 0
  return true
}

/**
 * What a reader is told is never behind what was acknowledged, unless that is more than a slice of work: many readers at
 * once share one slice then.
 */
export const catchUpArrivals = (deps: Deps): void => {
  const { count, slicedAt } = journalOf(deps)
  if (count === 0 || (count > mostForEachReader && performance.now() - slicedAt < sharedForMs)) return
  try {
    moveSlice(deps)
  } catch (error) {
    // What is there already can still be read.
    log().error({ err: error }, 'Captured messages could not be moved on')
  }
}

/** Moves everything that a process before this one left in the journal. Returns how many those were. */
export const moveLeftovers = (deps: Deps): number => {
  const journal = journalOf(deps)
  journal.count = countArrivals(deps.db)
  const { count } = journal
  while (journal.count > 0) moveSlice(deps)
  return count
}

type Slice = { moved: number; touched: Map<string, Touched> }

/** The oldest arrivals become callbacks, in one commit, until the slice's time is up. */
const moveSlice = (deps: Deps): void => {
  const journal = journalOf(deps)
  const began = performance.now()
  const until = began + sliceMs
  try {
    finish(
      deps,
      inOneCommit(deps, (slice) => moveRows(deps, slice, Number.POSITIVE_INFINITY, until)),
    )
  } catch {
    // One of them breaks it: each on its own, so that it spoils nobody else's.
    for (let row = 0; row < rowsAtOnce && performance.now() < until; row++) moveOne(deps)
  }
  if (journal.count < 0) journal.count = 0
  journal.slicedAt = performance.now()
  // Nobody could arrive meanwhile: that it was quiet says nothing of a rush.
  journal.lastArrivalAt += journal.slicedAt - began
}

const inOneCommit = (deps: Deps, move: (slice: Slice) => void): Slice =>
  withoutWaiting(deps.db, () =>
    deps.db.$client.transaction(() => {
      const slice: Slice = { moved: 0, touched: new Map() }
      move(slice)
      return slice
    })(),
  )

const finish = (deps: Deps, { moved, touched }: Slice): void => {
  journalOf(deps).count -= moved
  for (const [workspaceId, within] of touched) announceTouched(deps, workspaceId, within)
}

const moveRows = (deps: Deps, slice: Slice, most: number, until: number): void => {
  while (slice.moved < most && performance.now() < until) {
    const rows = firstArrivals(deps.db, Math.min(rowsAtOnce, most - slice.moved))
    for (const row of rows) store(deps, slice, row)
    const last = rows.at(-1)
    if (!last) {
      journalOf(deps).count = slice.moved
      return
    }
    removeArrivals(deps.db, last.id)
  }
}

const store = (deps: Deps, slice: Slice, row: ArrivalRow, captured = whatIsKnown(deps, row)): void => {
  const within = slice.touched.get(row.workspaceId) ?? nothingTouched()
  slice.touched.set(row.workspaceId, within)
  storeArrival(deps, row, captured, within)
  slice.moved += 1
}

const whatIsKnown = (deps: Deps, row: ArrivalRow): Captured => {
  const { known } = journalOf(deps)
  const before = known.get(row.id)
  known.delete(row.id)
  return before
    ? { meaning: before.understand(), answerMicros: before.answerMicros }
    : { meaning: understandMessage(row), answerMicros: 1 }
}

/** The oldest one; as it came, understood by nobody, where joining it to its run is what fails. */
const moveOne = (deps: Deps): void => {
  const [row] = firstArrivals(deps.db, 1)
  if (!row) return
  const move = (captured?: Captured) =>
    finish(
      deps,
      inOneCommit(deps, (slice) => {
        store(deps, slice, row, captured)
        removeArrivals(deps.db, row.id)
      }),
    )
  try {
    move()
  } catch (error) {
    log().error({ err: error, callback: row.id }, 'A callback could not be linked')
    move({ meaning: undefined, answerMicros: 1 })
  }
}

/** Making bodies searchable can wait until nothing arrives; then it goes on a slice at a time. */
const indexSoon = (deps: Deps, journal: Journal, inMs = 50): void => {
  if (journal.isIndexing) return
  journal.isIndexing = true
  setTimeout(() => {
    journal.isIndexing = false
    // Moving ends with indexing: what arrived meanwhile comes here again.
    if (!deps.db.$client.open || journal.count > 0) return
    try {
      if (indexPending(deps.db, indexedAtOnce, contentOf) > 0) indexSoon(deps, journal, 2)
    } catch (error) {
      log().error({ err: error }, 'Captured messages could not be made searchable')
    }
  }, inMs).unref()
}
