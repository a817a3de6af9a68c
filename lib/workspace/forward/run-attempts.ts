import 'server-only'
import { inTransaction, withoutWaiting } from '@/db/client'
import {
  type AttemptRow,
  attemptOf,
  claimAttempt,
  dueAttempts,
  insertAttempt,
  nextAttemptAfter,
  pruneAttempts,
  recoverAttempts,
  targetOf,
  updateAttempt,
} from '@/db/queries/attempts'
import { callbackOf } from '@/db/queries/callbacks'
import type { HttpResult } from '@/lib/http/types'
import { logFault } from '@/lib/log'
import { ofDatabase } from '@/lib/process-state'
import { announceTouched } from '../callbacks/announce-touched'
import type { Deps } from '../deps'
import { onceGathered } from '../gather'
import { onwardRequest } from './onward-request'
import { retryAfterMs } from './retry-times'

const mostAtOnce = 64
/** To one target, or of one replay. */
const mostInLane = 16
const longestNap = 60_000
const afterFaultMs = 5_000
const keptAnswer = 16_384
/** Screens are told this often while many leave. */
const toldEveryMs = 500

const failed = (thrown: unknown): HttpResult => ({
  kind: 'unreachable',
  cause: 'reset',
  detail: `fault ${logFault(thrown)}`,
  ms: 0,
})

const isTaken = (result: HttpResult): boolean =>
  result.kind === 'answered' && result.status >= 200 && result.status < 300

const askedFor = (result: HttpResult): number => {
  if (result.kind !== 'answered') return 0
  const said = result.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1]
  return said !== undefined && /^\d{1,6}$/.test(said) ? Number(said) * 1000 : 0
}

const endOf = (result: HttpResult): Partial<AttemptRow> =>
  result.kind === 'answered'
    ? {
        answerStatus: result.status,
        answerHeaders: result.headers,
        answerBody: Buffer.from(result.body).toString('utf8').slice(0, keptAnswer),
        answerMs: Math.round(result.ms),
      }
    : { cause: result.cause, detail: result.detail, answerMs: Math.round(result.ms) }

/** How often a forward may be tried; a replay is tried once. One that was removed or switched off gets no more. */
const retriesOf = (deps: Deps, { workspaceId, targetId }: AttemptRow): number => {
  const target = targetId === null ? undefined : targetOf(deps.db, workspaceId, targetId)
  return target?.isOn ? target.retries : 0
}

type Ended = { row: AttemptRow; result: HttpResult; resolve(): void; reject(thrown: unknown): void }
const desks = ofDatabase('attempts-desk', (): { ended: Ended[] } => ({ ended: [] }))

/**
 * Writes how a try ended, and the next one where there is to be one; what ends in one moment shares a commit. That does
 * not wait for the disk: a power cut may take it back, and the same leaves again under the same id.
 */
const finish = (deps: Deps, row: AttemptRow, result: HttpResult): Promise<void> =>
  new Promise((resolve, reject) => {
    const { ended } = desks(deps)
    ended.push({ row, result, resolve, reject })
    if (ended.length > 1) return
    onceGathered(
      () => ended.length,
      () => flush(deps),
    )
  })

const flush = (deps: Deps): void => {
  const ended = desks(deps).ended.splice(0)
  try {
    withoutWaiting(deps.db, () =>
      inTransaction(deps.db, () => {
        for (const { row, result } of ended) write(deps, row, result)
      }),
    )
  } catch (thrown) {
    for (const { reject } of ended) reject(thrown)
    return
  }
  for (const { resolve } of ended) resolve()
}

const write = (deps: Deps, row: AttemptRow, result: HttpResult): void => {
  const at = deps.clock()
  const isDone = isTaken(result)
  const isAgain = !isDone && row.tryNumber <= retriesOf(deps, row)
  const end = isDone ? 'taken' : isAgain || row.purpose === 'replay' ? 'failed' : 'dead'
  updateAttempt(deps.db, row.id, { ...endOf(result), state: end, finishedAt: at })
  if (!isAgain) return
  insertAttempt(deps.db, againAfter(row, deps, at + retryAfterMs(row.tryNumber, row.id, askedFor(result))))
}

/** The next try of the same delivery. */
export const againAfter = (
  row: AttemptRow,
  { ids, clock }: Pick<Deps, 'ids' | 'clock'>,
  dueAt: number,
): AttemptRow => ({
  ...row,
  id: ids.next(),
  tryNumber: row.tryNumber + 1,
  state: 'waiting',
  createdAt: clock(),
  dueAt,
  startedAt: null,
  finishedAt: null,
  answerStatus: null,
  answerHeaders: null,
  answerBody: null,
  answerMs: null,
  cause: null,
  detail: null,
})

/** Sends what was claimed and writes how that went. */
const deliver = async (deps: Deps, row: AttemptRow): Promise<void> => {
  const callback = callbackOf(deps.db, row.workspaceId, row.callbackId)
  const result = callback
    ? await deps.http.send(onwardRequest(row, callback)).catch(failed)
    : ({ kind: 'unreachable', cause: 'cancelled', detail: 'The callback is no longer kept.', ms: 0 } as const)
  // The process is ending: it is sent again, under the same id, at the next start.
  if (!deps.db.$client.open) return
  await finish(deps, row, result)
  tell(deps, row.workspaceId, callback?.runId ?? null)
}

type Telling = { runs: Set<string>; timer: NodeJS.Timeout | undefined; lastAt: number }
const telling = ofDatabase('attempts-telling', () => new Map<string, Telling>())

/** Many ends of a moment are told once. */
const tell = (deps: Deps, workspaceId: string, runId: string | null): void => {
  const told = telling(deps).get(workspaceId) ?? { runs: new Set(), timer: undefined, lastAt: 0 }
  telling(deps).set(workspaceId, told)
  if (runId !== null) told.runs.add(runId)
  if (told.timer) return
  const inMs = Math.max(0, told.lastAt + toldEveryMs - performance.now())
  told.timer = setTimeout(() => {
    told.timer = undefined
    told.lastAt = performance.now()
    if (!deps.db.$client.open) return
    const runs = new Set([...told.runs].slice(0, 50))
    told.runs.clear()
    announceTouched(deps, workspaceId, { callbacks: new Map(), runs })
    deps.live.announce(workspaceId, { type: 'world', data: { reason: 'moved' } })
  }, inMs)
  told.timer.unref()
}

/** How many of each lane are on their way. */
const underWay = ofDatabase('attempts-under-way', () => new Map<string, number>())

const cameBack = (deps: Deps, { lane }: AttemptRow): void => {
  const left = (underWay(deps).get(lane) ?? 0) - 1
  if (left > 0) underWay(deps).set(lane, left)
  else underWay(deps).delete(lane)
}

/** Takes what may leave now, in one commit. */
const take = (deps: Deps, room: number): AttemptRow[] => {
  if (room <= 0) return []
  const now = deps.clock()
  const lanes = underWay(deps)
  const fullLanes = [...lanes].flatMap(([lane, count]) => (count >= mostInLane ? [lane] : []))
  const due = dueAttempts(deps.db, now, { fullLanes, limit: room })
  if (due.length === 0) return []
  return withoutWaiting(deps.db, () =>
    inTransaction(deps.db, () =>
      due.flatMap(({ id, lane }) => {
        const taken = lanes.get(lane) ?? 0
        if (taken >= mostInLane || !claimAttempt(deps.db, id, now)) return []
        lanes.set(lane, taken + 1)
        return attemptOf(deps.db, id) ?? []
      }),
    ),
  )
}

/** Sends everything that is due by the clock of `deps`, and what that makes due at once. */
export const drainAttempts = async (deps: Deps): Promise<void> => {
  for (;;) {
    const rows = take(deps, mostAtOnce)
    if (rows.length === 0) return
    await Promise.all(rows.map((row) => deliver(deps, row).finally(() => cameBack(deps, row))))
  }
}

type Runner = {
  isStarted: boolean
  underWay: number
  timer: NodeJS.Timeout | undefined
  isAwake: boolean
  prunedAt: number
}

const runners = ofDatabase(
  'attempts-runner',
  (): Runner => ({ isStarted: false, underWay: 0, timer: undefined, isAwake: false, prunedAt: 0 }),
)

const pump = (deps: Deps, runner: Runner): void => {
  if (!deps.db.$client.open) return
  clearTimeout(runner.timer)
  for (const row of take(deps, mostAtOnce - runner.underWay)) {
    runner.underWay += 1
    void deliver(deps, row)
      .catch(logFault)
      .finally(() => {
        runner.underWay -= 1
        cameBack(deps, row)
        wakeAttempts(deps)
      })
  }
  prune(deps, runner)
  const next = nextAttemptAfter(deps.db, deps.clock())
  if (next === null) return
  runner.timer = setTimeout(() => wakeAttempts(deps), Math.min(Math.max(1, next - deps.clock()), longestNap))
  runner.timer.unref()
}

const pruneEveryMs = 600_000
const keptMs = 30 * 86_400_000
const mostPruned = 1_000

/** Ids begin with their time: those of a month ago come before this one. */
const prune = (deps: Deps, runner: Runner): void => {
  const now = deps.clock()
  if (runner.underWay > 0 || now - runner.prunedAt < pruneEveryMs) return
  const isMore = pruneAttempts(deps.db, timePart(now - keptMs), mostPruned) >= mostPruned
  runner.prunedAt = isMore ? 0 : now
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first ten letters of a ULID of that time. */
const timePart = (ms: number): string =>
  Array.from({ length: 10 }, (_, index) => crockford[Math.floor(ms / 32 ** (9 - index)) % 32]).join('')

/** Something may be due. Before `startAttempts`, as in tests, nothing leaves by itself. */
export const wakeAttempts = (deps: Deps): void => {
  const runner = runners(deps)
  if (!runner.isStarted || runner.isAwake) return
  runner.isAwake = true
  setImmediate(() => {
    runner.isAwake = false
    try {
      pump(deps, runner)
    } catch (thrown) {
      // A full disk, say: the rows are still there, so it is tried again.
      logFault(thrown)
      clearTimeout(runner.timer)
      runner.timer = setTimeout(() => wakeAttempts(deps), afterFaultMs)
    }
  })
}

/** Once a process. What the last one had on its way is sent again, under the same id. */
export const startAttempts = (deps: Deps): void => {
  const runner = runners(deps)
  if (runner.isStarted) return
  runner.isStarted = true
  recoverAttempts(deps.db)
  wakeAttempts(deps)
}

/** Sends one at once, for somebody who waits for its end. */
export const sendNow = async (deps: Deps, row: AttemptRow): Promise<AttemptRow> => {
  const started: AttemptRow = { ...row, state: 'sending', startedAt: deps.clock() }
  insertAttempt(deps.db, started)
  await deliver(deps, started)
  return attemptOf(deps.db, row.id) ?? started
}
