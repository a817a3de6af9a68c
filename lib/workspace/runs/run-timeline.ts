import 'server-only'
import { type AttemptRow, attemptsOfCallbacks } from '@/db/queries/attempts'
import type { CallbackHead } from '@/db/queries/callbacks'
import { type Key, type RunRow, relatedRuns } from '@/db/queries/runs'
import {
  duesByKeys,
  type LinkedDue,
  type LinkedPrompt,
  promptsOfTransactions,
  transactionsByKeys,
} from '@/db/queries/world-links'
import type { Operation } from '@/lib/catalogue/types'
import { duration } from '@/lib/duration'
import { formatMoney } from '@/lib/money'
import { maskMsisdn } from '@/lib/msisdn'
import { findOperation, systemOf } from '@/lib/systems'
import { kindTitle, longestWaitOf, operationTitle } from '@/lib/systems/callbacks'
import type { Outcome } from '@/lib/systems/types'
import { claimSentence, mismatchSentence } from '@/lib/wire/mismatch'
import type { Verdict } from '@/lib/wire/verdicts'
import { ruledOf } from '../answers/ruled'
import type { RuledView } from '../answers/rules'
import { ruledWords } from '../answers/words'
import { explainCallback, explainOurAnswer, explainRun, resultCodeIn } from '../codes/explain-recorded'
import type { Deps } from '../deps'
import type { TimelineEntry } from '../views'

const bare = {
  detail: '',
  tone: 'neutral',
  code: null,
  explanation: null,
  callbackId: null,
  runId: null,
  flags: [],
} as const satisfies Partial<TimelineEntry>

/** What happened, in the order of time; what is still awaited comes last. */
export const timelineOf = (
  deps: Deps,
  run: RunRow,
  callbacks: readonly CallbackHead[],
  keys: readonly Key[],
  operation: Operation | undefined,
): TimelineEntry[] => {
  // A run that only asks about another shows that one as related, not its prompts and deliveries.
  const own = keys.filter((key) => key.kind !== 'mention' && key.kind !== 'run').map((key) => key.value)
  const all = keys.map((key) => key.value)
  const transactions = transactionsByKeys(deps.db, run.workspaceId, own)
  const ruled = ruledOf(
    deps,
    callbacks.map(({ id }) => id),
  )
  const entries: TimelineEntry[] = [
    beginning(run, operation),
    ...answerEntries(run),
    ...promptsOfTransactions(deps.db, run.workspaceId, transactions).flatMap((row) => promptEntries(row)),
    ...callbacks.flatMap((row) => callbackEntries(row, ruled.get(row.id))),
    ...attemptsOfCallbacks(
      deps.db,
      run.workspaceId,
      callbacks.map(({ id }) => id),
    ).flatMap(attemptEntries),
    ...duesByKeys(deps.db, run.workspaceId, own).flatMap((due) => [
      ...owedEntries(due, deps.clock()),
      ...deliveryEntries(due, callbacks),
    ]),
    ...relatedRuns(deps.db, run.workspaceId, run.id, all, 50).map(relatedEntry),
  ]
  const inOrder = entries
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => a.entry.at - b.entry.at || a.index - b.index)
    .map(({ entry }) => entry)
  const waiting = waitingEntry(run, operation)
  return waiting ? [...inOrder, waiting] : inOrder
}

/** Where a customer began it there was no request: what the first message says is how it began. */
const beginning = (run: RunRow, operation: Operation | undefined): TimelineEntry =>
  run.origin === 'customer' ? customerEntry(run) : requestEntry(run, operation)

const customerEntry = (run: RunRow): TimelineEntry => ({
  ...bare,
  id: 'request',
  at: run.createdAt,
  kind: 'request',
  from: 'phone',
  to: 'provider',
  title: operationTitle(run.operation),
  detail: [
    run.amountCents === null || run.currency === null ? '' : formatMoney(run.amountCents, run.currency),
    run.reference === null ? '' : `for ${run.reference}`,
    run.msisdn === null ? '' : `by ${maskMsisdn(run.msisdn)}`,
  ]
    .filter(Boolean)
    .join(' '),
  flags: [],
})

const requestEntry = (run: RunRow, operation: Operation | undefined): TimelineEntry => ({
  ...bare,
  id: 'request',
  at: run.createdAt,
  kind: 'request',
  from: 'you',
  to: 'provider',
  title: operation?.title ?? run.operation,
  detail: `${run.requestMethod} ${pathOf(run.requestUrl)} by ${senderOf(run)}`,
  flags: [],
})

const senderOf = ({ origin, sentBy }: RunRow) => (origin === 'software' ? `your software, ${sentBy}` : sentBy)

const pathOf = (url: string) => {
  try {
    return new URL(url).pathname
  } catch {
    return url
  }
}

const answerEntries = (run: RunRow): TimelineEntry[] => [
  ...(run.answerStatus === null ? [] : [acknowledgementEntry(run, run.answerStatus)]),
  ...(run.unreachableCause === null ? [] : [unreachableEntry(run, run.unreachableCause)]),
]

const acknowledgementEntry = (run: RunRow, status: number): TimelineEntry => {
  const operation = findOperation(run.operation)
  const outcome = operation && systemOf(run.system).read(operation, status, run.answerBody ?? '')
  const { title, tone } = outcome ? answers[outcome.kind] : unknownAnswer
  return {
    ...bare,
    id: 'acknowledgement',
    at: run.answeredAt ?? run.createdAt,
    kind: 'acknowledgement',
    from: 'provider',
    to: 'you',
    title,
    detail: `HTTP ${status} in ${duration(run.answerMs ?? 0)}${outcome?.description ? `: ${outcome.description}` : ''}`,
    tone,
    code: codeOf(outcome),
    explanation: explainAnswer(run, outcome),
    flags: [],
  }
}

const codeOf = (outcome: Outcome | undefined): string | null =>
  outcome && 'code' in outcome ? (outcome.code ?? null) : null

/** What a code says of the payment's end does not hold for an acceptance. */
const explainAnswer = (run: RunRow, outcome: Outcome | undefined): TimelineEntry['explanation'] => {
  const code = codeOf(outcome)
  if (code === null || outcome?.kind === 'accepted' || outcome?.kind === 'pending') return null
  const where = { operation: run.operation, place: 'api', message: outcome?.description } as const
  return systemOf(run.system).explain(code, where) ?? null
}

const unreachableEntry = (run: RunRow, cause: string): TimelineEntry => ({
  ...bare,
  id: 'unreachable',
  at: run.answeredAt ?? run.verdictAt ?? run.createdAt,
  kind: 'unreachable',
  from: 'provider',
  to: 'you',
  title: cause === 'cancelled' ? 'Cancelled' : 'No answer',
  detail: run.unreachableDetail ?? cause,
  tone: 'bad',
  flags: [],
})

type Shown = Pick<TimelineEntry, 'title' | 'tone'>

/** Of an operation that the catalogue no longer has. */
const unknownAnswer: Shown = { title: 'Answer', tone: 'bad' }

const answers: Record<Outcome['kind'], Shown> = {
  accepted: { title: 'Accepted, not yet done', tone: 'pending' },
  pending: { title: 'Not over yet', tone: 'pending' },
  done: { title: 'Done', tone: 'good' },
  failed: { title: 'Failed', tone: 'bad' },
  refused: { title: 'Refused', tone: 'bad' },
  unknown: { title: 'Outcome not known: query before you repeat', tone: 'warn' },
  unreadable: { title: 'Answer that cannot be read', tone: 'warn' },
}

const promptEntries = (row: LinkedPrompt): TimelineEntry[] => {
  const { msisdn, state, openedAt, data } = row
  const amount =
    typeof data.amountCents === 'number' && typeof data.currency === 'string'
      ? formatMoney(data.amountCents, data.currency)
      : ''
  const opened: TimelineEntry = {
    ...bare,
    id: `prompt-${row.id}`,
    at: openedAt,
    kind: 'prompt',
    from: 'provider',
    to: 'phone',
    title: `Prompt on ${maskMsisdn(msisdn)}`,
    detail: [amount, data.payeeName && `to ${data.payeeName}`, data.reference && `for ${data.reference}`]
      .filter(Boolean)
      .join(' '),
    tone: 'pending',
    flags: [],
  }
  const answeredAt = typeof data.answeredAt === 'number' ? data.answeredAt : undefined
  const answer = promptAnswers[state]
  if (!answer || answeredAt === undefined) return [opened]
  const seconds = ((answeredAt - openedAt) / 1000).toFixed(1)
  return [
    opened,
    {
      ...bare,
      id: `prompt-answer-${row.id}`,
      at: answeredAt,
      kind: 'prompt-answer',
      from: 'phone',
      to: 'provider',
      title: answer.title,
      detail: `after ${seconds} s`,
      tone: answer.tone,
      flags: [],
    },
  ]
}

const promptAnswers: Record<string, { title: string; tone: TimelineEntry['tone'] } | undefined> = {
  paid: { title: 'Answered with the PIN', tone: 'good' },
  'wrong-pin': { title: 'Answered with a wrong PIN', tone: 'bad' },
  cancelled: { title: 'Cancelled on the phone', tone: 'bad' },
  expired: { title: 'Nobody answered the prompt', tone: 'warn' },
  failed: { title: 'The prompt failed', tone: 'bad' },
}

const callbackEntries = (row: CallbackHead, ruled: RuledView | undefined): TimelineEntry[] => {
  const flags: TimelineEntry['flags'] = [
    ...(row.timing === 'early' ? (['early'] as const) : []),
    ...(row.timing === 'late' ? (['late'] as const) : []),
    ...(row.duplicateOf === null ? [] : (['duplicate'] as const)),
    ...(row.mismatch === null ? [] : (['mismatch'] as const)),
  ]
  const received: TimelineEntry = {
    ...bare,
    id: `callback-${row.id}`,
    at: row.receivedAt,
    kind: 'callback',
    from: 'provider',
    to: 'inbox',
    title: kindTitle(row.system, row.kind),
    detail: [
      ...(row.mismatch ? [mismatchSentence(row.mismatch), claimSentence(row.sentence)] : [row.sentence]),
      answerWords(row, ruled),
    ]
      .filter(Boolean)
      .join(' '),
    tone: row.mismatch ? 'warn' : (tones[row.outcome ?? ''] ?? 'neutral'),
    code: row.code,
    explanation: explainCallback(row),
    callbackId: row.id,
    flags,
  }
  if (row.outcome !== 'question' || row.answerStatus === 0) return [received]
  const code = resultCodeIn(row.answerBody)
  const isAccepted = code === undefined || /^0+$/.test(code)
  return [
    received,
    {
      ...bare,
      id: `callback-answer-${row.id}`,
      at: row.receivedAt,
      kind: 'callback',
      from: 'inbox',
      to: 'provider',
      title: isAccepted ? 'We accepted it' : 'We rejected it',
      detail: `HTTP ${row.answerStatus} ${row.answerBody}`.slice(0, 300),
      tone: isAccepted ? 'good' : 'bad',
      code: code ?? null,
      explanation: explainOurAnswer(row),
      callbackId: row.id,
      flags: [],
    },
  ]
}

const answerWords = (row: CallbackHead, ruled: RuledView | undefined): string => {
  if (ruled) return ruledWords(ruled)
  return row.answerStatus === 0
    ? 'We kept silent, as this inbox is set to.'
    : `We answered ${row.answerStatus} in ${millis(row.answerMicros)}.`
}

const millis = (micros: number) => (micros < 1000 ? `${micros} µs` : `${(micros / 1000).toFixed(1)} ms`)

const tones: Record<string, TimelineEntry['tone'] | undefined> = {
  success: 'good',
  failure: 'bad',
  timeout: 'warn',
  question: 'pending',
}

/** Sooner than this nobody could take hold of it. */
const soonMs = 2_000

/** A callback that the sandbox still owes: it can be held, edited, released, sent twice or dropped. */
const owedEntries = (due: LinkedDue, now: number): TimelineEntry[] => {
  const isHeld = due.state === 'held'
  if (!isHeld && !(due.state === 'waiting' && due.dueAt - now >= soonMs)) return []
  return [
    {
      ...bare,
      id: `owed-${due.id}`,
      at: isHeld ? Math.max(now, due.dueAt) : due.dueAt,
      kind: 'delivery',
      from: 'provider',
      to: 'inbox',
      title: `${kindTitle(due.system, due.kind)} ${isHeld ? 'is held' : 'is owed'}`,
      detail: isHeld
        ? 'It leaves when somebody releases it.'
        : `It leaves in ${Math.round((due.dueAt - now) / 1000)} s.`,
      tone: 'pending',
      flags: [],
    },
  ]
}

/** Deliveries that reached our inbox show as callbacks; the others would be seen nowhere else. */
const deliveryEntries = (due: LinkedDue, callbacks: readonly CallbackHead[]): TimelineEntry[] => {
  const url = typeof due.request?.url === 'string' ? due.request.url : ''
  const isOurs = callbacks.some((row) => url.endsWith(row.path) || url.includes(`${row.path}?`))
  if (!['delivered', 'failed', 'done'].includes(due.state)) return []
  if (due.state !== 'failed' && isOurs) return []
  const at = due.finishedAt ?? due.startedAt ?? due.dueAt
  return [
    {
      ...bare,
      id: `delivery-${due.id}`,
      at,
      kind: 'delivery',
      from: 'provider',
      to: 'inbox',
      title: due.state === 'failed' ? 'Callback not delivered' : 'Callback delivered elsewhere',
      detail:
        due.state === 'failed'
          ? `${url}: ${due.failure ?? (due.answerStatus ? `HTTP ${due.answerStatus}` : 'no answer')}`
          : `${url} answered ${due.answerStatus ?? ''} in ${duration(due.answerMs ?? 0)}`,
      tone: due.state === 'failed' ? 'bad' : 'neutral',
      flags: [],
    },
  ]
}

/** A callback that went on to somebody's own software: it is no new word of the provider's. */
const attemptEntries = (row: AttemptRow): TimelineEntry[] => {
  if (row.state === 'cancelled' || row.state === 'waiting' || row.state === 'sending') return []
  const { answerStatus, answerMs, detail, changes, tryNumber } = row
  return [
    {
      ...bare,
      id: `attempt-${row.id}`,
      at: row.finishedAt ?? row.createdAt,
      kind: 'delivery',
      from: 'inbox',
      to: 'you',
      title: `${row.purpose === 'replay' ? 'Replayed' : 'Forwarded'} to ${row.targetName}`,
      detail: [
        answerStatus === null
          ? (detail ?? 'No answer.')
          : `Your server answered ${answerStatus} in ${answerMs ?? 0} ms.`,
        tryNumber > 1 ? `Try ${tryNumber}.` : '',
        changes,
      ]
        .filter(Boolean)
        .join(' '),
      tone: row.state === 'taken' ? 'good' : 'bad',
      callbackId: row.callbackId,
      flags: [],
    },
  ]
}

const relatedEntry = (run: RunRow): TimelineEntry => ({
  ...bare,
  id: `run-${run.id}`,
  at: run.createdAt,
  kind: 'related-run',
  from: 'you',
  to: 'provider',
  title: operationTitle(run.operation),
  detail: [run.origin === 'software' ? `Sent by your software, ${run.verdict}` : run.verdict, run.description]
    .filter(Boolean)
    .join(': '),
  tone: verdictTones[run.verdict],
  code: run.code,
  explanation: explainRun(run, []),
  runId: run.id,
  flags: [],
})

const verdictTones: Record<Verdict, TimelineEntry['tone']> = {
  pending: 'pending',
  paid: 'good',
  done: 'good',
  refused: 'bad',
  failed: 'bad',
  'timed-out': 'warn',
  'no-word': 'warn',
  unreachable: 'bad',
  unknown: 'warn',
}

const confirmationAwaited = (run: RunRow): TimelineEntry => ({
  ...bare,
  id: 'waiting',
  at: run.createdAt,
  kind: 'waiting',
  from: 'provider',
  to: 'inbox',
  title: 'Waiting for the confirmation',
  detail: 'Asked is not paid: the confirmation says that the money came.',
  tone: 'pending',
  flags: [],
})

const silentEntry = (run: RunRow): TimelineEntry => ({
  ...bare,
  id: 'waiting',
  at: run.verdictAt ?? run.createdAt,
  kind: 'waiting',
  from: 'provider',
  to: 'inbox',
  title: 'No word came',
  detail:
    `It is not known what became of it. Ask for the status, and do not send it again before. ${longestWaitOf(run.operation)?.source ?? ''}`.trim(),
  tone: 'warn',
  flags: [],
})

const waitingEntry = (run: RunRow, operation: Operation | undefined): TimelineEntry | undefined => {
  if (run.verdict === 'no-word') return silentEntry(run)
  if (run.verdict !== 'pending') return undefined
  if (run.origin === 'customer') return confirmationAwaited(run)
  const isAnswered = run.answeredAt !== null
  const mayFollow = operation && (operation.asynchronous || operation.callbacks.length > 0)
  return {
    ...bare,
    id: 'waiting',
    at: run.answeredAt ?? run.createdAt,
    kind: 'waiting',
    from: 'provider',
    to: isAnswered && mayFollow ? 'inbox' : 'you',
    title: isAnswered ? 'Waiting for the outcome' : 'Waiting for the answer',
    detail: isAnswered
      ? mayFollow
        ? 'Accepted is not done: the callback has the outcome.'
        : 'Ask again in a moment.'
      : '',
    tone: 'pending',
    flags: [],
  }
}
