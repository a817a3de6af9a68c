import 'server-only'
import {
  findInbox,
  type InboxTarget,
  indexPending,
  insertCallbacks,
  unlinkedCallbacks,
} from '@/db/queries/callbacks'
import { unknownKind } from '@/lib/catalogue/callback-kinds'
import { log } from '@/lib/log'
import { understand } from '@/lib/systems'
import { callbackEntry, owedAnswer } from '@/lib/systems/callbacks'
import type { CallbackMeaning } from '@/lib/systems/types'
import type { WireAnswer, WireMessage } from '@/lib/wire/types'
import type { Deps } from '../deps'
import { announceTouched, type Captured, linkCaptured, nothingTouched, type Touched } from './link-callbacks'

/** What an inbox keeps of one request at most. */
export const largestBody = 1024 * 1024

/** How long a silent inbox holds a caller who does not leave: longer than any of them is known to wait. */
const longestSilenceMs = 65_000

type Waiting = {
  inbox: InboxTarget
  leaving?: () => AbortSignal
  message: WireMessage
  startedAt: number
  receivedAt: number
  resolve(answer: WireAnswer): void
  reject(error: unknown): void
}

type Desk = {
  waiting: Waiting[]
  isFlushing: boolean
  captured: Captured[]
  isLinking: boolean
  isIndexing: boolean
}

const desks = new WeakMap<Deps, Desk>()

const deskOf = (deps: Deps): Desk => {
  const known = desks.get(deps)
  if (known) return known
  const fresh: Desk = { waiting: [], isFlushing: false, captured: [], isLinking: false, isIndexing: false }
  desks.set(deps, fresh)
  return fresh
}

/**
 * Captures a request. The promise resolves with the answer once the message is committed; everything that arrives in one
 * turn of the event loop shares that commit. Linking, verdicts and the live feed come after the answer. `leaving` makes
 * the signal that aborts when the caller hangs up: it ends the silence of an inbox that was told to keep silent.
 */
export const recordCallback = (
  deps: Deps,
  inboxName: string,
  message: WireMessage,
  leaving?: () => AbortSignal,
): Promise<WireAnswer> => {
  const startedAt = performance.now()
  if (message.body.byteLength > largestBody) return Promise.resolve(tooLarge())
  const inbox = findInbox(deps.db, inboxName)
  if (!inbox) return Promise.resolve(unknownInbox(inboxName))
  const desk = deskOf(deps)
  return new Promise((resolve, reject) => {
    desk.waiting.push({ inbox, leaving, message, startedAt, receivedAt: deps.clock(), resolve, reject })
    if (desk.isFlushing) return
    desk.isFlushing = true
    setImmediate(() => flush(deps, desk))
  })
}

const flush = (deps: Deps, desk: Desk): void => {
  const batch = desk.waiting
  desk.waiting = []
  desk.isFlushing = false
  let captured: Captured[]
  let answers: WireAnswer[]
  try {
    const read = batch.map((waiting) => {
      const meaning = meaningOf(waiting.message)
      return { ...waiting, meaning, answer: answerTo(waiting, meaning) }
    })
    const ids = insertCallbacks(deps.db, read.map(rowOf))
    const now = performance.now()
    answers = read.map((one) => one.answer)
    captured = read.map((one, index) => ({
      id: ids[index] ?? 0,
      workspaceId: one.inbox.workspaceId,
      path: one.message.path,
      receivedAt: one.receivedAt,
      meaning: one.meaning,
      answerMicros: Math.max(1, Math.round((now - one.startedAt) * 1000)),
    }))
  } catch (error) {
    for (const waiting of batch) waiting.reject(error)
    return
  }
  batch.forEach((waiting, index) => {
    const answer = answers[index] ?? accepted()
    if (answer.status === noAnswer) keepSilent(waiting)
    else waiting.resolve(answer)
  })
  desk.captured.push(...captured)
  linkSoon(deps, desk)
}

/** A turn later, so that the answers leave first. */
const linkSoon = (deps: Deps, desk: Desk): void => {
  if (desk.isLinking) return
  desk.isLinking = true
  setImmediate(() => {
    desk.isLinking = false
    // What a stopping process leaves is linked by the next one.
    if (!deps.db.$client.open) return
    linkBatch(deps, desk.captured.splice(0, 200))
    if (desk.captured.length > 0) linkSoon(deps, desk)
    else indexSoon(deps, desk)
  })
}

/** In one transaction; should one message break it, each on its own, so that it spoils nobody else's. */
const linkBatch = (deps: Deps, batch: readonly Captured[]): void => {
  const touched = new Map<string, Touched>()
  try {
    deps.db.$client.transaction(() => {
      for (const captured of batch) {
        const within = touched.get(captured.workspaceId) ?? nothingTouched()
        touched.set(captured.workspaceId, within)
        linkCaptured(deps, captured, within)
      }
    })()
    for (const [workspaceId, within] of touched) announceTouched(deps, workspaceId, within)
  } catch (error) {
    if (batch.length > 1) {
      for (const one of batch) linkBatch(deps, [one])
      return
    }
    log().error({ err: error, callback: batch[0]?.id }, 'A callback could not be linked')
  }
}

/** Links what a process that was killed had only committed. Returns how many those were. */
export const linkLeftovers = (deps: Deps): number => {
  let count = 0
  let after = 0
  for (;;) {
    const rows = unlinkedCallbacks(deps.db, after, 200)
    linkBatch(
      deps,
      rows.map((row) => ({
        id: row.id,
        workspaceId: row.workspaceId,
        path: row.path,
        receivedAt: row.receivedAt,
        meaning: meaningOf(row),
        answerMicros: 1,
      })),
    )
    count += rows.length
    // Past a row that cannot be linked, or this would never end.
    after = rows.at(-1)?.id ?? after
    if (rows.length < 200) return count
  }
}

/** Making bodies searchable can wait until nothing arrives. */
const indexSoon = (deps: Deps, desk: Desk): void => {
  if (desk.isIndexing) return
  desk.isIndexing = true
  setTimeout(() => {
    desk.isIndexing = false
    if (!deps.db.$client.open) return
    try {
      if (indexPending(deps.db, 200) === 200) indexSoon(deps, desk)
    } catch (error) {
      log().error({ err: error }, 'Captured messages could not be made searchable')
    }
  }, 50).unref()
}

/** Not understanding a message is no reason to refuse it, and neither is a fault in our understanding. */
const meaningOf = (message: WireMessage): CallbackMeaning | undefined => {
  try {
    return understand(message)
  } catch (error) {
    log().error({ err: error }, 'A captured message could not be read')
    return undefined
  }
}

const rowOf = ({
  inbox,
  message,
  receivedAt,
  meaning,
  answer,
}: Waiting & { meaning: CallbackMeaning | undefined; answer: WireAnswer }) => ({
  workspaceId: inbox.workspaceId,
  inboxId: inbox.id,
  receivedAt,
  method: message.method,
  path: message.path,
  query: message.query,
  headers: message.headers,
  body: message.body,
  bodyBytes: message.body.byteLength,
  remoteAddress: message.remoteAddress,
  kind: meaning?.kind ?? unknownKind,
  system: meaning?.system ?? null,
  sentence: meaning?.sentence ?? sizeOf(message),
  outcome: meaning?.outcome ?? null,
  code: meaning?.code ?? null,
  description: meaning?.description ?? null,
  receipt: meaning?.facts.receipt ?? null,
  msisdn: meaning?.facts.msisdn ?? null,
  amountCents: meaning?.facts.amountCents ?? null,
  currency: meaning?.facts.amountCents === undefined ? null : (meaning.facts.currency ?? null),
  reference: meaning?.facts.reference ?? null,
  answerStatus: answer.status,
  answerHeaders: answer.headers,
  answerBody: typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body).toString('utf8'),
  answerMicros: 0,
})

/** Kept in place of a status where an inbox said nothing. */
const noAnswer = 0

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

const sizeOf = ({ method, body }: WireMessage) =>
  body.byteLength === 0 ? `${method} without a body.` : `${method} with ${body.byteLength} bytes.`

const answerTo = ({ inbox, message }: Waiting, meaning: CallbackMeaning | undefined): WireAnswer => {
  if (meaning) {
    const { asks } = callbackEntry(meaning.system, meaning.kind) ?? {}
    const rule = asks === 'validation' ? inbox.validation : 'accept'
    if (rule === 'silent') return { status: noAnswer, headers: [], body: '' }
    return owedAnswer(meaning, rule === 'accept' ? undefined : rule) ?? accepted()
  }
  if (message.method === 'OPTIONS') {
    return { status: 204, headers: [['Allow', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS']], body: '' }
  }
  return accepted()
}

const jsonHeaders: [string, string][] = [['Content-Type', 'application/json']]

const accepted = (): WireAnswer => ({
  status: 200,
  headers: jsonHeaders,
  body: '{"ResultCode":0,"ResultDesc":"Accepted"}',
})

export const tooLarge = (): WireAnswer => ({
  status: 413,
  headers: jsonHeaders,
  body: JSON.stringify({ error: `An inbox takes up to ${largestBody} bytes.` }),
})

const unknownInbox = (name: string): WireAnswer => ({
  status: 404,
  headers: jsonHeaders,
  body: JSON.stringify({ error: `There is no inbox called ${name.slice(0, 80)}.` }),
})
