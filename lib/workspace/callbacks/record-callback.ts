import 'server-only'
import { inTransaction } from '@/db/client'
import { answerToDelivery, appendArrivals, type NewArrivalRow } from '@/db/queries/arrivals'
import { ofDatabase } from '@/lib/process-state'
import type { WireAnswer, WireMessage } from '@/lib/wire/types'
import {
  type AnswerOfInbox,
  answerOfInbox,
  countRules,
  hasRules,
  noteRules,
  waitByRule,
  withoutRules,
} from '../answers/answer-of-inbox'
import { forgetRules, type KeptRule } from '../answers/kept-rules'
import type { Deps } from '../deps'
import { onceGathered } from '../gather'
import { admit } from '../inboxes/admit'
import type { OpenInbox } from '../inboxes/open-inboxes'
import { largestBody, noAnswer, tooLarge } from './capture-answers'
import { hasRoom, type Known, makeRoom, noteArrivals } from './move-arrivals'
import { glanceAtMessage, understandMessage } from './understand-message'

/** How long a silent inbox holds a caller who does not leave: longer than any of them is known to wait. */
const longestSilenceMs = 65_000

/** What is known of a request beside its bytes. */
type Taking = {
  /** Makes the signal that aborts when the caller hangs up: it ends the silence of an inbox told to keep silent. */
  leaving?: () => AbortSignal
  /** An id of a delivery is taken once: the same again is answered as before and not stored a second time. */
  deliveryId?: string
}

type Message = Pick<Taking, 'deliveryId'> & {
  inbox: OpenInbox
  message: WireMessage
  startedAt: number
  receivedAt: number
}

/** `isDropped`: the connection ends without an answer. */
export type CaptureAnswer = WireAnswer & { isDropped?: true }

type Waiting = Message & {
  leaving?: Taking['leaving']
  resolve(answer: CaptureAnswer): void
  reject(error: unknown): void
}

const desks = ofDatabase('capture-desk', (): { waiting: Waiting[] } => ({ waiting: [] }))

/**
 * Captures a request. The promise resolves with the answer once the message is in the journal; everything that arrives
 * in one moment shares that commit. Only what the answer needs is decided before it; becoming a callback
 * (its run, its keys, the verdict, the live feed) follows in `moveArrivals`.
 */
export const recordCallback = (
  deps: Deps,
  address: string,
  message: WireMessage,
  taking: Taking = {},
): Promise<CaptureAnswer> => {
  const startedAt = performance.now()
  if (message.body.byteLength > largestBody) return Promise.resolve(tooLarge)
  const admitted = admit(deps, address, message, taking.deliveryId !== undefined)
  if ('answer' in admitted) return Promise.resolve(admitted.answer)
  const { waiting } = desks(deps)
  return new Promise((resolve, reject) => {
    waiting.push({ ...taking, ...admitted, startedAt, receivedAt: deps.clock(), resolve, reject })
    if (waiting.length > 1) return
    onceGathered(
      () => waiting.length,
      () => flush(deps),
    )
  })
}

/** What became of a message within a transaction; `follow` is to be called once that is committed. */
export type CapturedWithin = { answer: WireAnswer; follow(): void }

/**
 * Captures a message as a part of the caller's transaction, for a sender of our own. Undefined where it has to wait: for
 * room in the journal, or at an inbox that keeps silent.
 */
export const captureWithin = (
  deps: Deps,
  address: string,
  message: WireMessage,
  deliveryId: string,
): CapturedWithin | undefined => {
  const startedAt = performance.now()
  const nothing = () => undefined
  if (message.body.byteLength > largestBody) return { answer: tooLarge, follow: nothing }
  const admitted = admit(deps, address, message, true)
  if ('answer' in admitted) return { answer: admitted.answer, follow: nothing }
  const before = answerToDelivery(deps.db, deliveryId)
  if (before) return before.status === noAnswer ? undefined : { answer: before, follow: nothing }
  if (!hasRoom(deps)) return undefined
  const { inbox } = admitted
  const { decided, understand } = decide(deps, inbox, admitted.message)
  const { answer } = decided
  if (answer.status === noAnswer || decided.rule?.action.delayMs) return undefined
  countRules(decided)
  const row = rowOf({ ...admitted, receivedAt: deps.clock(), deliveryId }, answer)
  const id = appendArrivals(deps.db, [row])
  noteRules(deps, id, decided)
  return { answer, follow: () => noteArrivals(deps, id, [{ startedAt, understand }]) }
}

/** `byRule`: a rule of the inbox answers, late perhaps, or not at all. */
type Taken = { waiting: Waiting; answer: WireAnswer; byRule?: { callbackId: number; rule: KeptRule } }

const flush = (deps: Deps): void => {
  const desk = desks(deps)
  let taken: Taken[]
  try {
    // More than the journal may hold waits here, unanswered: its senders slow down and nothing is lost.
    if (!hasRoom(deps) && !makeRoom(deps)) {
      setImmediate(() => flush(deps))
      return
    }
    taken = store(deps, desk.waiting)
  } catch (error) {
    const batch = desk.waiting.splice(0)
    // What was counted of them is not so.
    forgetRules(deps)
    for (const { reject } of batch) reject(error)
    return
  }
  desk.waiting.length = 0
  for (const each of taken) {
    const { waiting, answer, byRule } = each
    if (byRule) void answerByRule(deps, waiting, answer, byRule)
    else if (answer.status === noAnswer) keepSilent(waiting)
    else waiting.resolve(answer)
  }
}

const answerByRule = async (
  deps: Deps,
  { leaving, startedAt, resolve }: Waiting,
  answer: WireAnswer,
  { callbackId, rule }: NonNullable<Taken['byRule']>,
): Promise<void> => {
  await waitByRule(deps, { callbackId, rule, startedAt, leaving })
  resolve(rule.action.do === 'drop' ? { ...answer, isDropped: true } : answer)
}

/** One commit for all of them. */
const store = (deps: Deps, batch: readonly Waiting[]): Taken[] => {
  const rows: NewArrivalRow[] = []
  const known: Known[] = []
  const decisions: AnswerOfInbox[] = []
  const places: (number | undefined)[] = []
  const deliveries = new Map<string, WireAnswer>()
  const taken = batch.map((waiting): Taken => {
    const { message, inbox, deliveryId } = waiting
    const before =
      deliveryId === undefined
        ? undefined
        : (deliveries.get(deliveryId) ?? answerToDelivery(deps.db, deliveryId))
    places.push(before ? undefined : rows.length)
    if (before) return { waiting, answer: before }
    const { decided, understand } = decide(deps, inbox, message)
    countRules(decided)
    const { answer } = decided
    if (deliveryId !== undefined) deliveries.set(deliveryId, answer)
    rows.push(rowOf(waiting, answer))
    decisions.push(decided)
    known.push({ startedAt: waiting.startedAt, understand })
    return { waiting, answer }
  })
  if (rows.length === 0) return taken
  const first = append(deps, rows, decisions)
  noteArrivals(deps, first, known)
  return taken.map((each, index) => {
    const place = places[index]
    const rule = place === undefined ? undefined : decisions[place]?.rule
    return rule && place !== undefined ? { ...each, byRule: { callbackId: first + place, rule } } : each
  })
}

type Decided = { decided: AnswerOfInbox } & Pick<Known, 'understand'>

/** Most messages are answered by their kind alone, and understood when they become callbacks. */
const decide = (deps: Deps, inbox: Message['inbox'], message: WireMessage): Decided => {
  const glanced = hasRules(deps, inbox) ? undefined : glanceAtMessage(message)
  if (glanced) return { decided: withoutRules(glanced.answer), understand: glanced.understand }
  const meaning = understandMessage(message)
  return { decided: answerOfInbox(deps, inbox, message, meaning), understand: () => meaning }
}

/** The messages, and the rules by which some of them are answered. */
const append = (deps: Deps, rows: readonly NewArrivalRow[], decisions: readonly AnswerOfInbox[]): number => {
  if (decisions.every(({ met }) => met.length === 0)) return appendArrivals(deps.db, rows)
  return inTransaction(deps.db, () => {
    const first = appendArrivals(deps.db, rows)
    decisions.forEach((decided, index) => {
      noteRules(deps, first + index, decided)
    })
    return first
  })
}

const rowOf = (
  { inbox, message, receivedAt, deliveryId }: Omit<Message, 'startedAt'>,
  answer: WireAnswer,
): NewArrivalRow => ({
  inboxId: inbox.id,
  workspaceId: inbox.workspaceId,
  receivedAt,
  method: message.method,
  path: message.path,
  query: message.query,
  headers: message.headers,
  body: Buffer.from(message.body.buffer, message.body.byteOffset, message.body.byteLength),
  remoteAddress: message.remoteAddress,
  answerStatus: answer.status,
  answerHeaders: answer.headers,
  answerBody: typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body).toString('utf8'),
  deliveryId: deliveryId ?? null,
})

/** Holds the caller until it hangs up. What it gets after that, nobody reads. */
const keepSilent = ({ leaving, resolve }: Waiting): void => {
  const left = leaving?.()
  const end = () => {
    clearTimeout(timer)
    left?.removeEventListener('abort', end)
    resolve({ status: 503, headers: [], body: '' })
  }
  const timer = setTimeout(end, longestSilenceMs)
  timer.unref()
  left?.addEventListener('abort', end)
  if (left?.aborted) end()
}
