import { type CallbackKind, unknownKind } from '@/lib/catalogue/callback-kinds'
import type { CallbackEntry } from '@/lib/catalogue/callbacks'
import type { Json, LongestWait, SystemId } from '@/lib/catalogue/types'
import type { WireAnswer } from '@/lib/wire/types'
import { escapeXml } from '@/lib/xml/write'
import { findOperation, isSystem, systemOf, systems } from '.'
import type { CallbackMeaning } from './types'

/** The entry of a captured message, by what its row says. */
export const callbackEntry = (system: string | null, kind: string): CallbackEntry | undefined => {
  if (system === null || !isSystem(system)) return undefined
  const entries = systemOf(system).callbacks
  return Object.hasOwn(entries, kind) ? entries[kind] : undefined
}

/** What people call a kind. A row may be older than the entries: its kind is read as it is written. */
export const kindTitle = (system: string | null, kind: string): string =>
  callbackEntry(system, kind)?.title ?? kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ')

/** Payments that nobody of ours asks for: only messages tell of them. Their runs have these operations. */
export const customerPayments: readonly {
  id: string
  system: string
  title: string
  longestWait: LongestWait
}[] = systems.flatMap(({ id: system, callbacks }) => [
  ...new Map(
    Object.values(callbacks).flatMap(({ payment }) =>
      payment ? [[payment.name, { ...payment, id: `${system}.${payment.name}`, system }]] : [],
    ),
  ).values(),
])

/** What a run's operation is called. A row may be older than the entries: its operation is given as it is written. */
export const operationTitle = (operation: string): string =>
  findOperation(operation)?.title ?? customerPayments.find(({ id }) => id === operation)?.title ?? operation

/** How long the outcome of a run may take, by its operation. */
export const longestWaitOf = (operation: string): LongestWait | undefined =>
  findOperation(operation)?.longestWait ?? customerPayments.find(({ id }) => id === operation)?.longestWait

export type KnownKind = {
  /** Names one entry, where several systems have a kind of one name: `daraja.result`. */
  id: string
  kind: CallbackKind | typeof unknownKind
  system: string | null
  title: string
  about: string
}

/** Every kind that a captured message can be. */
export const knownKinds: readonly KnownKind[] = [
  ...systems.flatMap(({ id: system, callbacks }) =>
    Object.entries(callbacks).map(([kind, { title, about }]) => ({
      id: `${system}.${kind}`,
      kind: kind as CallbackKind,
      system,
      title,
      about,
    })),
  ),
  {
    id: unknownKind,
    kind: unknownKind,
    system: null,
    title: kindTitle(null, unknownKind),
    about: 'Captured as it came, and understood by no system.',
  },
]

/** A message of each kind, as its provider would send it; by the id of the kind. */
export const kindExamples: ReadonlyMap<string, { path: string; contentType: string; body: string }> = new Map(
  systems.flatMap(({ id: system, callbacks }) =>
    Object.entries(callbacks).map(
      ([
        kind,
        {
          example: { path = '', body },
        },
      ]) => [
        `${system}.${kind}`,
        typeof body === 'string'
          ? { path, contentType: 'text/xml; charset=utf-8', body }
          : { path, contentType: 'application/json', body: JSON.stringify(body, undefined, 2) },
      ],
    ),
  ),
)

/** Kinds that belong to the payment of their receipt, whoever started it. */
export const receiptKinds: readonly string[] = [
  ...new Set(
    systems.flatMap(({ callbacks }) =>
      Object.entries(callbacks).flatMap(([kind, { joins }]) => (joins === 'receipt' ? [kind] : [])),
    ),
  ),
]

export type OwedBody = {
  /** Titles of the kinds that are answered so. */
  to: string[]
  body: string
}

/** What the kinds of these systems are answered, each body once; names in braces are filled in from the message. */
export const owedBodies = (ids: readonly string[]): OwedBody[] => {
  const found = new Map<string, string[]>()
  for (const { callbacks } of systems.filter(({ id }) => ids.includes(id))) {
    for (const { title, owed } of Object.values(callbacks)) {
      const body = typeof owed.body === 'string' ? owed.body : JSON.stringify(owed.body)
      found.set(body, [...(found.get(body) ?? []), title])
    }
  }
  return [...found].map(([body, to]) => ({ to, body }))
}

/** What its sender expects in return; `refuseWith` is the code by which a validation is turned down. */
export const owedAnswer = (meaning: CallbackMeaning, refuseWith?: string): WireAnswer | undefined => {
  const owed = callbackEntry(meaning.system, meaning.kind)?.owed
  if (!owed) return undefined
  const { contentType = 'application/json', body, refusal } = owed
  const template = refuseWith !== undefined && refusal !== undefined ? refusal : body
  const values = new Map([
    ...meaning.keys.map(({ kind, value }) => [kind as string, value] as const),
    ['receipt', meaning.facts.receipt ?? ''],
    ['reference', meaning.facts.reference ?? ''],
    ['code', refuseWith ?? ''],
  ])
  const filled = fill(template, values, contentType.startsWith('text/xml') ? escapeXml : (value) => value)
  return {
    status: 200,
    headers: [['Content-Type', contentType]],
    body: contentType === 'application/json' ? JSON.stringify(filled) : String(filled),
  }
}

const owedByKind = new Map<string, WireAnswer | undefined>()

/** What a kind is answered whatever it says; undefined where its words, or how an inbox is set, have a part in that. */
export const answerOwedTo = ({
  system,
  kind,
}: Pick<CallbackMeaning, 'system' | 'kind'>): WireAnswer | undefined => {
  const name = `${system} ${kind}`
  if (!owedByKind.has(name)) owedByKind.set(name, constantOf(system, kind))
  return owedByKind.get(name)
}

const constantOf = (system: SystemId, kind: CallbackKind): WireAnswer | undefined => {
  const entry = callbackEntry(system, kind)
  if (!entry || entry.asks !== undefined || /\{[a-z-]+\}/.test(JSON.stringify(entry.owed.body)))
    return undefined
  return owedAnswer({ system, kind, sentence: '', outcome: 'notice', keys: [], facts: {} })
}

const fill = (
  template: Json,
  values: ReadonlyMap<string, string>,
  encode: (value: string) => string,
): Json => {
  // In JSON a code of digits is a number, as the provider's own are.
  if (template === '{code}' && /^(0|[1-9]\d{0,14})$/.test(values.get('code') ?? '')) {
    return Number(values.get('code'))
  }
  if (typeof template === 'string')
    return template.replace(/\{([a-z-]+)\}/g, (_, name) => encode(values.get(name) ?? ''))
  if (Array.isArray(template)) return template.map((each) => fill(each, values, encode))
  if (typeof template !== 'object' || template === null) return template
  return Object.fromEntries(
    Object.entries(template).map(([name, value]) => [name, fill(value, values, encode)]),
  )
}

/** The codes by which a system's merchants turn a payment down, with what each says. */
export const refusalCodes: readonly { system: string; code: string; message: string; cause: string }[] =
  systems.flatMap(({ id: system, callbacks, codes }) => {
    const places = Object.values(callbacks).flatMap(({ asks, where }) =>
      asks === 'validation' ? [where] : [],
    )
    return codes.flatMap(({ where, code, success, message, cause, whyNot }) =>
      code && !success && whyNot === undefined && places.includes(where)
        ? [{ system, code, message, cause }]
        : [],
    )
  })
