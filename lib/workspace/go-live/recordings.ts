import 'server-only'
import {
  environmentsOfRuns,
  type RecordedCallbackRow,
  type RecordedRunRow,
  recordedCallbacksOf,
  recordedRuns,
  recordedUnderReceipts,
} from '@/db/queries/go-live-recordings'
import { bodyOf } from '@/lib/go-live/body'
import type { Attempt, RecordedCallback, RecordedRun } from '@/lib/go-live/recording'
import { findOperation } from '@/lib/systems'
import { receiptKinds } from '@/lib/systems/callbacks'
import { contentOf } from '@/lib/wire/content'
import type { Deps } from '../deps'
import { ownCallbacksOfReceipts, ownCallbacksOfRuns } from './deliveries'

/** The environment that is judged, as far as attempts need it. */
export type JudgedEnvironment = {
  id: string
  workspaceId: string
  system: string
  kind: string
  inboxId: string
  settings: Readonly<Record<string, string>>
}

export const runSubject = (id: string): string => `run:${id}`
const receiptSubject = (receipt: string): string => `receipt:${receipt}`

export const attemptsOfRows = (
  deps: Deps,
  environment: JudgedEnvironment,
  rows: readonly RecordedRunRow[],
): Attempt[] => {
  const callbacks = grouped(
    recordedCallbacksOf(
      deps.db,
      rows.map(({ id }) => id),
    ),
    ({ runId }) => runId,
  )
  const own = ownCallbacksOfRuns(
    deps,
    rows.flatMap(({ id, environmentKind }) => (environmentKind === 'local' ? [id] : [])),
  )
  return rows.map((row) => ({
    subject: runSubject(row.id),
    at: row.createdAt,
    run: runOf(row),
    callbacks: inOrder(
      (callbacks.get(row.id) ?? [])
        .filter(({ kind }) => !receiptKinds.includes(kind))
        .map((callback) => callbackOf(callback, row.environmentKind === 'local')),
      own.get(row.id),
    ),
    environment: environment.settings,
  }))
}

export const attemptsOfRuns = (
  deps: Deps,
  environment: JudgedEnvironment,
  ids: readonly string[],
): Attempt[] =>
  attemptsOfRows(
    deps,
    environment,
    recordedRuns(deps.db, ids).filter(({ environmentId }) => environmentId === environment.id),
  )

/** Notices of a receipt that reached the environment's inbox and belong to no run of another environment. */
export const attemptsOfReceipts = (
  deps: Deps,
  environment: JudgedEnvironment,
  receipts: readonly string[],
): Attempt[] => {
  const rows = recordedUnderReceipts(deps.db, environment.workspaceId, receipts, receiptKinds).filter(
    ({ inboxId, system }) => inboxId === environment.inboxId && system === environment.system,
  )
  const owners = environmentsOfRuns(
    deps.db,
    rows.flatMap(({ runId }) => (runId === null ? [] : [runId])),
  )
  const own =
    environment.kind === 'local'
      ? ownCallbacksOfReceipts(deps, { ...environment, receipts })
      : new Map<string, RecordedCallback[]>()
  const noticed = grouped(rows, ({ receipt }) => receipt ?? '')
  return [...new Set([...noticed.keys(), ...own.keys()])].flatMap((receipt) => {
    const notices = noticed.get(receipt) ?? []
    const callbacks = inOrder(
      notices.map((row) => callbackOf(row, environment.kind === 'local')),
      own.get(receipt),
    )
    const [first] = callbacks
    const isForeign = notices.some(({ runId }) => {
      const owner = runId === null ? undefined : owners.get(runId)
      return owner !== undefined && owner !== environment.id
    })
    if (!first || isForeign) return []
    return [
      {
        subject: receiptSubject(receipt),
        at: first.at,
        run: null,
        callbacks,
        environment: environment.settings,
      },
    ]
  })
}

/** What an inbox captured and what their own server took, oldest first. */
const inOrder = (
  captured: readonly RecordedCallback[],
  own: readonly RecordedCallback[] = [],
): readonly RecordedCallback[] =>
  own.length === 0 ? captured : [...captured, ...own].sort((a, b) => a.at - b.at)

const grouped = <Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> => {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

const verdicts: Record<string, RecordedRun['verdict']> = {
  paid: 'success',
  done: 'success',
  refused: 'failure',
  failed: 'failure',
  pending: 'open',
  'no-word': 'open',
}

const parsed = (text: string | null): [string, string][] =>
  text === null ? [] : (JSON.parse(text) as [string, string][])

const runOf = (row: RecordedRunRow): RecordedRun => {
  // Where no token could be had, the answer that is kept is the one to the token call.
  const isUnsent = row.description?.startsWith('No token:') ?? false
  return {
    id: row.id,
    operation: row.operation,
    at: row.createdAt,
    isSimulated: row.environmentKind === 'local',
    sentAnyway: row.sentAnyway === 1,
    isBySoftware: row.origin === 'software',
    isPayment: findOperation(row.operation)?.movesMoney ?? false,
    verdict: isUnsent ? 'unclear' : (verdicts[row.verdict] ?? 'unclear'),
    code: row.code,
    description: row.description,
    request: {
      method: row.requestMethod,
      url: row.requestUrl,
      headers: parsed(row.requestHeaders),
      body: bodyOf(row.requestBody),
    },
    response:
      row.answerStatus === null || isUnsent
        ? null
        : {
            status: row.answerStatus,
            headers: parsed(row.answerHeaders),
            body: bodyOf(row.answerBody ?? ''),
            at: row.answeredAt ?? row.createdAt,
          },
    unreachable: isUnsent ? row.description : row.unreachableDetail,
  }
}

const callbackOf = (row: RecordedCallbackRow, isSimulated: boolean): RecordedCallback => ({
  id: row.id,
  kind: row.kind,
  at: row.receivedAt,
  runId: row.runId,
  receipt: row.receipt,
  code: row.code,
  description: row.description,
  isSimulated,
  isOwn: false,
  body: bodyOf(
    Buffer.from(contentOf({ headers: parsed(row.headers), body: row.body }).body).toString('utf8'),
  ),
  answer: {
    status: row.answerStatus,
    body: bodyOf(row.answerBody),
    ms: Math.round(row.answerMicros / 1000),
  },
})
