import 'server-only'
import { trimEvents } from '@/db/queries/events'
import { type DueRow, worldRows } from '@/db/queries/world'
import type { Json } from '@/lib/catalogue/types'
import type { HttpResult } from '@/lib/http/types'
import { logFault } from '@/lib/log'
import { ofDatabase, ofProcess } from '@/lib/process-state'
import { systemOf } from '@/lib/systems'
import type { DeliveredCallback } from '@/lib/systems/types'
import type { Due } from '@/lib/world/types'
import type { Deps } from '../deps'
import { noteDelivery } from '../exchanges/note-delivery'
import { keptEvents } from '../live/live-hub'
import { mostPruned, pruneDues } from './prune-dues'
import { changeTogether, changeWorld, onDue } from './world'

/** Deliveries under way at a time. */
const mostAtOnce = 24

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
    end.status ?? null,
    end.body?.slice(0, keptAnswer) ?? null,
    end.ms ?? null,
    end.failure ?? null,
    row.id,
  )

/** Claims, acts and finishes in one transaction: an action is done whole or not at all. */
const runAction = (deps: Deps, row: DueRow) => {
  try {
    changeWorld(deps, row.workspaceId, (world) => {
      if (worldRows(deps.db).claimDue.run(deps.clock(), row.id).changes === 0) return
      systemOf(row.system).act({ id: row.id, kind: row.kind, context: parseContext(row) }, world)
      finish(deps, row, { state: 'done' })
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

/** Sends a claimed callback, then writes how that went. Rejects only when that cannot be written. */
const deliver = async (deps: Deps, row: DueRow): Promise<void> => {
  const request = row.request === null ? undefined : (JSON.parse(row.request) as Due['request'])
  if (!request) {
    finish(deps, row, { state: 'failed', failure: 'The row has no request.' })
    return
  }
  const sent = await deps.http.send(request).catch(failed)
  // The process is ending: the row stays claimed and is sent again at the next start.
  if (!deps.db.$client.open) return
  await settle(deps, () => finishDelivery(deps, row, request, sent))
}

/** Writes what became of a delivery and lets its system read the answer. */
const finishDelivery = (deps: Deps, row: DueRow, request: NonNullable<Due['request']>, sent: HttpResult) => {
  const result = resultOf(sent)
  const answer = result.kind === 'answered' ? result : undefined
  noteDelivery(deps, { workspaceId: row.workspaceId, request, answer, at: deps.clock() })
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
  } catch (thrown) {
    finish(deps, row, { state: 'failed', failure: `fault ${logFault(thrown)}` })
  }
}

type Settling = { write: () => void; done: () => void; fail: (reason: unknown) => void }
const settlings = ofDatabase('settling-deliveries', (): { waiting: Settling[] } => ({ waiting: [] }))

/** Deliveries that end in one turn share a commit. */
const settle = (deps: Deps, write: () => void): Promise<void> =>
  new Promise((done, fail) => {
    const { waiting } = settlings(deps)
    waiting.push({ write, done, fail })
    if (waiting.length === 1) setImmediate(() => flush(deps))
  })

const flush = (deps: Deps) => {
  const state = settlings(deps)
  const batch = state.waiting
  state.waiting = []
  try {
    if (deps.db.$client.open) {
      changeTogether(deps, () => {
        for (const each of batch) each.write()
      })
    }
    for (const each of batch) each.done()
  } catch (thrown) {
    for (const each of batch) each.fail(thrown)
  }
}

/** Takes what is due now: actions are carried out on the spot, callbacks are claimed for sending. */
const takeDue = (deps: Deps, room: number): DueRow[] => {
  const rows = worldRows(deps.db)
  const due = rows.duesWaiting.all(deps.clock(), room)
  const actions = due.filter((row) => row.type === 'action')
  if (actions.length > 0) {
    changeTogether(deps, () => {
      for (const row of actions) runAction(deps, row)
    })
  }
  const callbacks = due.filter((row) => row.type === 'callback')
  if (callbacks.length === 0) return []
  const now = deps.clock()
  return deps.db.$client.transaction(() =>
    callbacks.filter((row) => rows.claimDue.run(now, row.id).changes > 0),
  )()
}

/** Runs everything that is due by the clock of `deps`, and what that brings about at once. */
export const drainDue = async (deps: Deps): Promise<void> => {
  const rows = worldRows(deps.db)
  while (rows.duesWaiting.all(deps.clock(), 1).length > 0) {
    await Promise.all(takeDue(deps, mostAtOnce).map((row) => deliver(deps, row)))
  }
}

type Runner = {
  deps: Deps
  underWay: number
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
  const { deps } = runner
  let isMore = true
  while (isMore && runner.underWay < mostAtOnce) {
    const waiting = worldRows(deps.db).duesWaiting.all(deps.clock(), 1)
    isMore = waiting.length > 0
    if (!isMore) break
    for (const row of takeDue(deps, mostAtOnce - runner.underWay)) {
      runner.underWay += 1
      void deliver(deps, row)
        // Its row stays claimed and is sent again after the next start.
        .catch(logFault)
        .finally(() => {
          runner.underWay -= 1
          wake(runner)
        })
    }
  }
  // With no room left, the next delivery that ends pumps again.
  if (runner.underWay >= mostAtOnce) return
  if (runner.underWay === 0) prune(runner)
  const next = worldRows(deps.db).nextDueAt.get()?.at
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

/** Starts the one timer of the process. Rows that were being sent when the last process died are sent again. */
export const startDue = (deps: Deps): void => {
  if (due().runner) return
  worldRows(deps.db).recoverDues.run()
  const runner: Runner = { deps, underWay: 0, timer: undefined, isAwake: false, prunedAt: 0 }
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
