import 'server-only'
import { trimEvents } from '@/db/queries/events'
import { type DueRow, worldRows } from '@/db/queries/world'
import type { Json } from '@/lib/catalogue/types'
import type { HttpResult } from '@/lib/http/types'
import { logFault } from '@/lib/log'
import { ofProcess } from '@/lib/process-state'
import { systemOf } from '@/lib/systems'
import type { DeliveredCallback } from '@/lib/systems/types'
import type { Due } from '@/lib/world/types'
import type { Delivery, Deps } from '../deps'
import { noteDelivery, noteUnanswered } from '../exchanges/note-delivery'
import { keptEvents } from '../live/live-hub'
import { mostPruned, pruneDues } from './prune-dues'
import { afterCommit, changeShared, changeUnpromised, changeWorld, flushShared, onDue } from './world'

/** Deliveries under way at a time: over connections, and to our own inboxes. */
const mostAtOnce: Room = { there: 24, here: 256 }

/** As many rows share a commit, read so many at a time: one that is read and not taken is read again. */
const mostTaken = 256
const readAtOnce = 32

/** A commit of them holds the process up for no longer. */
const sliceMs = 20

/** A timer never sleeps longer: the clock of the machine may be set. */
const longestNap = 60_000

const afterFault = 5000

/** As much of a receiver's answer as is kept with the row. */
const keptAnswer = 16_384

const parseContext = (row: DueRow): Json => (row.context === null ? null : (JSON.parse(row.context) as Json))

const finish = (
  deps: Deps,
  row: DueRow,
  end: { state: DueRow['state']; status?: number; body?: string; ms?: number; failure?: string },
) =>
  worldRows(deps.db).finishDue.run(
    end.state,
    deps.clock(),
    deps.clock(),
    end.status ?? null,
    end.body?.slice(0, keptAnswer) ?? null,
    end.ms ?? null,
    end.failure ?? null,
    row.id,
  )

/** An action and the note that it is done stand and fall together. */
const runAction = (deps: Deps, row: DueRow) => {
  try {
    changeWorld(deps, row.workspaceId, (world) => {
      // Another one of the same commit may have cancelled it.
      if (worldRows(deps.db).doAction.run(world.now, world.now, row.id).changes === 0) return
      systemOf(row.system).act({ id: row.id, kind: row.kind, context: parseContext(row) }, world)
    })
  } catch (thrown) {
    finish(deps, row, { state: 'failed', failure: `fault ${logFault(thrown)}` })
  }
}

const resultOf = (sent: HttpResult): DeliveredCallback['result'] =>
  sent.kind === 'answered'
    ? {
        kind: 'answered',
        status: sent.status,
        body: Buffer.from(sent.body).toString('utf8'),
        ms: Math.round(sent.ms),
      }
    : { kind: 'failed', cause: sent.cause, ms: Math.round(sent.ms) }

const failed = (thrown: unknown): HttpResult => ({
  kind: 'unreachable',
  cause: 'reset',
  detail: `fault ${logFault(thrown)}`,
  ms: 0,
})

/** Names a delivery to its receiver: what arrives twice has the same id. */
const deliveryHeader = 'X-Jaribu-Delivery'

type Place = 'here' | 'there'
type Room = Record<Place, number>

/** A claimed row with what it sends. */
type Claimed = { row: DueRow; delivery: Delivery | undefined; place: Place }

const deliveryOf = (row: DueRow): Delivery | undefined => {
  const request = row.request === null ? undefined : (JSON.parse(row.request) as Due['request'])
  return (
    request && {
      id: row.id,
      request: { ...request, headers: [...request.headers, [deliveryHeader, row.id]] },
    }
  )
}

const placeOf = ({ ownInboxes }: Deps, delivery: Delivery | undefined): Place =>
  delivery && ownInboxes?.has(delivery.request.url) ? 'here' : 'there'

/** Sends a claimed callback, then writes how that went. Rejects only when that cannot be written. */
const deliver = async (deps: Deps, { row, delivery, place }: Claimed): Promise<void> => {
  if (!delivery) {
    finish(deps, row, { state: 'failed', failure: 'The row has no request.' })
    return
  }
  const { ownInboxes, http } = deps
  const sending = place === 'here' ? ownInboxes?.take(delivery) : undefined
  const sent = await (sending ?? http.send(delivery.request)).catch(failed)
  // The process is ending: the row stays claimed and is sent again at the next start.
  if (!deps.db.$client.open) return
  await changeShared(deps, () => {
    const answer = answerIn(resultOf(sent))
    noteDelivery(deps, { workspaceId: row.workspaceId, request: delivery.request, answer, at: deps.clock() })
    finishDelivery(deps, row, sent)
  })
}

const answerIn = (result: DeliveredCallback['result']) => (result.kind === 'answered' ? result : undefined)

/** Writes what became of a delivery and lets its system read the answer. */
const finishDelivery = (deps: Deps, row: DueRow, sent: HttpResult) => {
  const result = resultOf(sent)
  try {
    changeWorld(deps, row.workspaceId, (world) => {
      finish(
        deps,
        row,
        result.kind === 'answered'
          ? { state: 'delivered', status: result.status, body: result.body, ms: result.ms }
          : {
              state: 'failed',
              ms: result.ms,
              failure: sent.kind === 'unreachable' ? sent.detail : result.cause,
            },
      )
      systemOf(row.system).delivered(
        { id: row.id, kind: row.kind, context: parseContext(row), result },
        world,
      )
    })
    if (result.kind !== 'answered') noteUnanswered(deps, row.workspaceId, deliveryOf(row)?.request)
  } catch (thrown) {
    finish(deps, row, { state: 'failed', failure: `fault ${logFault(thrown)}` })
  }
}

/** Delivers to an inbox of our own within this commit; false where the sender has to be kept waiting. */
const deliverHere = (deps: Deps, row: DueRow, delivery: Delivery): boolean => {
  // Another one of the same commit may have cancelled it.
  if (!worldRows(deps.db).isWaiting.get(row.id)) return true
  const taken = deps.ownInboxes?.takeWithin(delivery)
  if (!taken) return false
  afterCommit(deps, taken.follow)
  finishDelivery(deps, row, taken.sent)
  return true
}

/** `acted`: how many rows are done with: actions, and callbacks to inboxes of our own. */
type Taken = { claimed: Claimed[]; acted: number }

/** Carries out what is due now and claims what is to be sent as far as there is room, in one commit. */
const takeDue = (deps: Deps, now: number, room: Room): Taken =>
  // A power cut may take this commit back: the rows wait again then, and the same ids are drawn for the same ends.
  changeUnpromised(deps, () => take(deps, now, room))

const take = (deps: Deps, now: number, room: Room): Taken => {
  const claimed: Claimed[] = []
  let acted = 0
  const until = performance.now() + sliceMs
  for (const row of waitingDues(deps, now)) {
    const taken = takeOne(deps, row, now, room)
    if (taken === 'acted') acted += 1
    else if (taken) claimed.push(taken)
    if (acted + claimed.length > 0 && performance.now() > until) break
  }
  return { claimed, acted }
}

/** What is due, also what those before it brought about. */
function* waitingDues(deps: Deps, now: number): Generator<DueRow> {
  const { duesWaiting } = worldRows(deps.db)
  let last: Pick<DueRow, 'dueAt' | 'id'> = { dueAt: 0, id: '' }
  for (let read = 0; read < mostTaken; read += readAtOnce) {
    const page = duesWaiting.all(now, last.dueAt, last.dueAt, last.id, readAtOnce)
    yield* page
    if (page.length < readAtOnce) return
    last = page.at(-1) ?? last
  }
}

/** Undefined where there is no room for it, or another one of the same commit cancelled it. */
const takeOne = (deps: Deps, row: DueRow, now: number, room: Room): Claimed | 'acted' | undefined => {
  if (row.type === 'action') {
    runAction(deps, row)
    return 'acted'
  }
  const delivery = deliveryOf(row)
  const place = placeOf(deps, delivery)
  if (delivery && place === 'here' && deliverHere(deps, row, delivery)) return 'acted'
  if (room[place] <= 0 || worldRows(deps.db).claimDue.run(now, row.id).changes === 0) return undefined
  room[place] -= 1
  return { row, delivery, place }
}

/** Runs everything that is due by the clock of `deps`, and what that brings about at once. */
export const drainDue = async (deps: Deps): Promise<void> => {
  for (;;) {
    flushShared(deps)
    const { claimed, acted } = takeDue(deps, deps.clock(), { ...mostAtOnce })
    if (claimed.length + acted === 0) return
    await Promise.all(claimed.map((each) => deliver(deps, each)))
  }
}

type Runner = {
  deps: Deps
  underWay: Room
  timer: NodeJS.Timeout | undefined
  isAwake: boolean
  /** When what is old was last looked for; 0 while there is more of it. */
  prunedAt: number
}

const due = ofProcess('due-runner', (): { runner?: Runner } => ({}))

const pump = (runner: Runner) => {
  runner.isAwake = false
  if (due().runner !== runner || !runner.deps.db.$client.open) return
  clearTimeout(runner.timer)
  runner.timer = undefined
  const { deps, underWay } = runner
  const now = deps.clock()
  const room = { here: mostAtOnce.here - underWay.here, there: mostAtOnce.there - underWay.there }
  const { claimed, acted } = takeDue(deps, now, room)
  for (const each of claimed) {
    underWay[each.place] += 1
    void deliver(deps, each)
      // Its row stays claimed and is sent again after the next start.
      .catch(logFault)
      .finally(() => {
        underWay[each.place] -= 1
        wake(runner)
      })
  }
  // What that brought about may be due as well. Others get their turn in between.
  if (claimed.length + acted > 0) {
    wake(runner)
    return
  }
  if (underWay.here + underWay.there === 0) prune(runner)
  // What is due and found no room is taken when a delivery ends.
  const next = worldRows(deps.db).nextDueAfter.get(now)?.at
  if (next === null || next === undefined) return
  runner.timer = setTimeout(() => wake(runner), Math.min(Math.max(1, next - deps.clock()), longestNap))
}

const pruneEvery = 600_000

/** Nothing is due and nothing under way: some of what is old goes. */
const prune = (runner: Runner) => {
  const { deps } = runner
  const now = deps.clock()
  if (now - runner.prunedAt < pruneEvery) return
  const isMore = pruneDues(deps) >= mostPruned
  if (!isMore) trimEvents(deps.db, keptEvents)
  runner.prunedAt = isMore ? 0 : now
}

/** Many rows of one turn are one awakening. */
const wake = (runner: Runner) => {
  if (runner.isAwake) return
  runner.isAwake = true
  setImmediate(() => {
    try {
      pump(runner)
    } catch (thrown) {
      // A full disk, say: the rows are still there, so it is tried again.
      logFault(thrown)
      clearTimeout(runner.timer)
      runner.timer = setTimeout(() => wake(runner), afterFault)
    }
  })
}

/** A row was changed by hand: what is due is looked for anew. */
export const wakeDue = (): void => {
  const { runner } = due()
  if (runner) wake(runner)
}

/** Starts the one timer of the process. Rows that were being sent when the last process died are sent again. */
export const startDue = (deps: Deps): void => {
  if (due().runner) return
  worldRows(deps.db).recoverDues.run()
  const runner: Runner = {
    deps,
    underWay: { here: 0, there: 0 },
    timer: undefined,
    isAwake: false,
    prunedAt: 0,
  }
  due().runner = runner
  onDue(deps, () => wake(runner))
  wake(runner)
}

export const stopDue = (): void => {
  const { runner } = due()
  if (!runner) return
  clearTimeout(runner.timer)
  delete due().runner
  onDue(runner.deps, undefined)
}
