import 'server-only'
import { Refusal } from '@/lib/refusal'
import { contentOf } from '@/lib/wire/content'
import { indentJson } from '@/lib/wire/indent'
import { indentXml } from '@/lib/xml/indent'
import { readCallback } from '../callbacks/get-callback'
import { bodyText } from '../callbacks/list-callbacks'
import type { Actor, Deps } from '../deps'
import { getRun } from '../runs/get-run'
import { redacted } from '../runs/redact-request'
import type { Headers } from '../views'
import { peopleMask } from './annex-masks'
import type { CaseView, EvidenceView } from './views'

/** One message of the proof, masked, as a reviewer reads it. */
export type EvidenceMessage = {
  kind: 'request' | 'answer' | 'callback' | 'our-answer'
  at: number
  /** `Request`, `Answer at once`, `STK result`, `Our answer`. */
  title: string
  /** `POST https://…`, `HTTP 200 in 41 ms`. */
  summary: string
  runId: string | null
  callbackId: number | null
  headers: Headers
  body: string
  /** Headers and body, set out for reading. */
  text: string
}

export type CaseEvidence = {
  view: CaseView
  evidence: { view: EvidenceView; sentence: string; messages: EvidenceMessage[] }[]
  /** The override with its reason, and the note. */
  remarks: string[]
}

/** What decides a case, newest first; the rest only repeats it. */
const mostPerCase = 3

/** The proof of each case with its messages. Secrets were redacted when they were stored; people are masked here. */
export const evidenceOf = (deps: Deps, actor: Actor, cases: readonly CaseView[]): CaseEvidence[] =>
  cases.map((view) => {
    const shown = view.evidence.slice(0, mostPerCase).map((one) => ({
      view: one,
      messages: messagesOf(deps, actor, one),
    }))
    const mask = peopleMask(shown.flatMap(({ messages }) => messages.map(({ body }) => body)))
    const remarks = [
      ...(view.override ? [`${view.override.by}: ${view.override.reason}`] : []),
      ...(view.note?.text ? [`Note of ${view.note.by}: ${view.note.text}`] : []),
    ]
    return {
      view,
      evidence: shown.map(({ view: one, messages }) => ({
        view: { ...one, sentence: mask(one.sentence) },
        sentence: mask(one.sentence),
        messages: messages.map((message) => masked(message, mask)),
      })),
      remarks: remarks.map(mask),
    }
  })

const masked = (message: Omit<EvidenceMessage, 'text'>, mask: (text: string) => string): EvidenceMessage => {
  const headers = message.headers.map(([name, value]): [string, string] => [
    name,
    secretHeader.test(name) ? redacted : mask(value),
  ])
  const body = mask(message.body)
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  return {
    ...message,
    summary: mask(message.summary),
    headers,
    body,
    text: [...lines, ...(lines.length > 0 && body ? [''] : []), ...(body ? [laidOut(body)] : [])].join('\n'),
  }
}

/** Of callbacks, whose headers are kept as they came. */
const secretHeader = /^(proxy-)?authorization$|^(set-)?cookie$|^x-(api-key|auth-token)$/i

const laidOut = (body: string): string =>
  body.trimStart().startsWith('<') ? indentXml(body) : isJson(body) ? indentJson(body) : body

const isJson = (body: string): boolean => {
  try {
    return typeof JSON.parse(body) === 'object'
  } catch {
    return false
  }
}

const messagesOf = (deps: Deps, actor: Actor, { runIds, callbackIds }: EvidenceView) =>
  [
    ...runIds.flatMap((id) => present(() => ofRun(deps, actor, id))),
    ...callbackIds.flatMap((id) => present(() => ofCallback(deps, actor, id))),
  ].sort((a, b) => a.at - b.at)

/** A run that was deleted since takes its messages with it, not the whole annex. */
const present = <T>(read: () => T[]): T[] => {
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.kind === 'not-found') return []
    throw thrown
  }
}

const ofRun = (deps: Deps, actor: Actor, id: string): Omit<EvidenceMessage, 'text'>[] => {
  const { request, acknowledgement, unreachable, createdAt, operationTitle } = getRun(deps, actor, id)
  const from = { runId: id, callbackId: null }
  const answer: Omit<EvidenceMessage, 'text'>[] = acknowledgement
    ? [
        {
          ...from,
          kind: 'answer',
          at: acknowledgement.at,
          title: 'Answer at once',
          summary: `HTTP ${acknowledgement.status} in ${acknowledgement.ms} ms`,
          headers: acknowledgement.headers,
          body: acknowledgement.body,
        },
      ]
    : unreachable
      ? [
          {
            ...from,
            kind: 'answer',
            at: createdAt,
            title: 'No answer',
            summary: unreachable.detail,
            headers: [],
            body: '',
          },
        ]
      : []
  return [
    {
      ...from,
      kind: 'request',
      at: createdAt,
      title: `Request: ${operationTitle}`,
      summary: `${request.method} ${request.url}`,
      headers: request.headers,
      body: request.body,
    },
    ...answer,
  ]
}

/** As a reviewer can read it: unpacked, whatever script it came in. */
const textOf = ({ headers, body, bodyEncoding, bodyBytes }: ReturnType<typeof readCallback>): string => {
  const { body: bytes, problem } = contentOf({ headers, body: Buffer.from(body, bodyEncoding) })
  const text = problem === undefined ? bodyText(bytes) : undefined
  return text?.bodyEncoding === 'utf8' ? text.body : `(${bodyBytes} bytes that are no text)`
}

const ofCallback = (deps: Deps, actor: Actor, id: number): Omit<EvidenceMessage, 'text'>[] => {
  const callback = readCallback(deps, actor, id)
  const from = { runId: callback.runId, callbackId: id }
  const { answer } = callback
  return [
    {
      ...from,
      kind: 'callback',
      at: callback.receivedAt,
      title: callback.kindTitle,
      summary: `${callback.method} ${callback.path} ${callback.sentence}`.trim(),
      headers: callback.headers,
      body: textOf(callback),
    },
    {
      ...from,
      kind: 'our-answer',
      at: callback.receivedAt,
      title: 'Our answer',
      summary: `HTTP ${answer.status} in ${Math.round(answer.ms)} ms`,
      headers: answer.headers,
      body: answer.body,
    },
  ]
}
