import 'server-only'
import type { NewExchangeRow } from '@/db/queries/exchanges'
import type { Operation } from '@/lib/catalogue/types'
import { isRefused } from '@/lib/exchanges/explain'
import { findOperation, isSystem, systemOf } from '@/lib/systems'
import { secretsOf } from '@/lib/systems/shared/derive'
import type { Outcome, System } from '@/lib/systems/types'
import { headerOf } from '@/lib/wire/http'
import type { Values, WireMessage } from '@/lib/wire/types'
import type { EnvironmentContext } from '../environments/environment-context'
import { maskSecret } from '../environments/secrets'
import { fingerprintOf } from '../runs/application-key'
import { subjectOf } from '../runs/subject'
import type { Places } from './places'
import type { Waiting } from './record-exchange'
import { type ExchangeRedactor, exchangeRedactor, secretNames } from './redact-exchange'
import { valuesOfMessage } from './values-of-message'

export type ReadExchange = {
  row: NewExchangeRow
  redactor: ExchangeRedactor
  values: Values
  operation: Operation | undefined
  outcome: Outcome | undefined
  /** Where a run of it belongs. */
  place: EnvironmentContext | undefined
  /** Key of the application that it named. */
  key: string | undefined
}

/** What is kept of an exchange: its facts read, its secrets gone. */
export const readExchange = (places: Places, workspaceId: string, waiting: Waiting): ReadExchange => {
  const { id, at, micros, message, emulated, caller, claim, sender } = waiting
  const system = isSystem(waiting.system) ? systemOf(waiting.system) : undefined
  const operation = emulated.operation === undefined ? undefined : findOperation(emulated.operation)
  const all = system ? places.of(workspaceId, system) : []
  const key = caller ? places.keyOfApp(caller.appId) : claim?.kind === 'key' ? claim.key : undefined
  const place = system && (all.find(({ credentials }) => credentials[system.localApp.key] === key) ?? all[0])
  const redactor = redactorOf(system, all, waiting)
  const sent = decoded(message.body)
  const answer = textOf(emulated.answer.body)
  const outcome = system && operation && read(system, operation, emulated.answer.status, answer)
  const values = operation ? valuesOfMessage(operation, message, sent.text) : {}
  const body = redactor.text(sent.text)
  return {
    redactor,
    values,
    operation,
    outcome,
    place,
    key,
    row: {
      id,
      workspaceId,
      isNobodys: caller === undefined,
      at,
      system: waiting.system.slice(0, 40),
      operation: operation?.id ?? null,
      method: message.method,
      path: redactor.text(message.path.slice(0, longestLine)),
      query: redactor.text(message.query.slice(0, longestLine)),
      requestHeaders: redactor.headers(message.headers),
      requestBody: sent.isText ? body : Buffer.from(body, 'latin1').toString('base64'),
      bodyEncoding: sent.isText ? 'utf8' : 'base64',
      bodyBytes: waiting.bodyBytes,
      answerStatus: emulated.answer.status,
      answerHeaders: redactor.headers(emulated.answer.headers),
      answerBody: redactor.text(answer),
      answerMicros: Math.max(1, Math.round(micros)),
      remoteAddress: message.remoteAddress,
      userAgent: redactor.text((headerOf(message, 'user-agent') ?? '').slice(0, 300)),
      appKey: system && key !== undefined ? fingerprintOf(system.id, key) : '',
      appLabel: key === undefined ? '' : maskSecret(key),
      ended: emulated.ended ?? (emulated.fault === undefined ? null : 'fault'),
      notes: emulated.notes.slice(0, 50).map((note) => redactor.text(note.slice(0, 2000))),
      fault: emulated.fault ?? null,
      outcome: outcome?.kind ?? (isTurnedAway(waiting, sent.text, answer) ? 'refused' : null),
      code: outcome && 'code' in outcome ? outcome.code : null,
      description: outcome ? redactor.text(outcome.description).slice(0, 1000) : null,
      origin: sender?.origin ?? 'software',
      runId: sender?.runId ?? null,
      ...(operation && place ? subjectOf(operation, values, place.market) : {}),
    },
  }
}

const longestLine = 8000

/** What names no operation may be refused although its status does not say so: an envelope is, told by its form. */
const isTurnedAway = ({ system, message, emulated }: Waiting, body: string, answer: string): boolean => {
  const { ended, operation, notes } = emulated
  if (!isSystem(system) || operation !== undefined || ended === undefined || ended === 'handle') return false
  const { method, path, query, headers } = message
  const { status } = emulated.answer
  if (status >= 400) return false
  return isRefused({ system, method, path, query, headers, body, status, answer, notes, ended })
}

const read = (system: System, operation: Operation, status: number, body: string): Outcome | undefined => {
  try {
    return system.read(operation, status, body)
  } catch {
    // An emulator's own answer that its reader breaks on is still an exchange.
    return undefined
  }
}

const namesBySystem = new Map<string, ReadonlySet<string>>()

const namesOf = (system: System | undefined): ReadonlySet<string> => {
  const known = namesBySystem.get(system?.id ?? '') ?? secretNames(system ? secretsOf(system.operations) : [])
  namesBySystem.set(system?.id ?? '', known)
  return known
}

/** Names that the system hides, and what this request and the workspace's environments hold. */
const redactorOf = (
  system: System | undefined,
  places: readonly EnvironmentContext[],
  { message, claim }: Waiting,
): ExchangeRedactor =>
  exchangeRedactor(namesOf(system), [
    ...places.flatMap(({ credentials }) =>
      (system?.credentials ?? []).flatMap(({ name, secret }) => (secret ? [credentials[name]] : [])),
    ),
    ...places.flatMap(({ inboxes }) => inboxes.map(({ secret }) => secret ?? undefined)),
    ...(claim?.kind === 'key' ? [claim.secret] : []),
    ...(claim?.kind === 'token' ? [claim.token] : []),
    ...authorisationParts(message),
  ])

/** What stood behind the scheme, and what a Basic pair decodes to: some repeat it in the body. */
const authorisationParts = (message: WireMessage): string[] => {
  const value = /^\s*(?:\w+\s+)?(\S+)\s*$/.exec(headerOf(message, 'authorization') ?? '')?.[1]
  if (value === undefined) return []
  const secret = Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':')
  return /^[\x20-\x7e]+$/.test(secret) ? [value, secret] : [value]
}

/** Its end may be cut off within a letter. */
const utf8 = () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Text where the bytes are text; else each byte as a letter, so that secrets are found in it all the same. */
const decoded = (body: Uint8Array): { text: string; isText: boolean } => {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), isText: true }
  }
  try {
    return { text: utf8().decode(bytes, { stream: true }), isText: true }
  } catch {
    return { text: bytes.toString('latin1'), isText: false }
  }
}

const textOf = (body: Uint8Array | string): string =>
  typeof body === 'string' ? body : Buffer.from(body).toString('utf8')
