import type { Json, Operation } from '@/lib/catalogue/types'
import { bodyOf, valuesOf } from '@/lib/derive/body'
import { type PlanContext, PlanError, type Planned, type Values } from '../types'
import { deriveValues } from './derive'
import { darajaCredentials } from './presets'
import { keyOf, keysOf, receiptOf, textOf, type WireObject } from './wire'

/** Turns values into the request that leaves. Throws `PlanError` when a credential is missing. */
export const planRequest = (operation: Operation, values: Values, context: PlanContext): Planned => {
  const filled = deriveValues(operation, values, context)
  const body = operation.body === 'none' ? undefined : bodyOf(operation, filled)
  const headers = operation.headers.map(({ name, value }): [string, string] => [
    name,
    fill(value, operation, context),
  ])
  for (const field of operation.fields) {
    const value = textOf(filled[field.name] ?? undefined)
    if (field.in === 'header' && value !== undefined) headers.push([field.name, value])
  }
  return {
    request: {
      method: operation.method,
      url: urlOf(operation, filled, context.baseUrl),
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    },
    values: filled,
    preview: body === undefined ? '' : JSON.stringify(body, null, 2),
    secrets: { fields: secretFields, headers: secretHeaders },
    keys: ownKeys(filled),
    mentions: mentionsOf(filled),
  }
}

const secretFields = ['Password', 'SecurityCredential', 'InitiatorPassword', 'app_key']
const secretHeaders = ['Authorization', 'app_key']

/** Ids that the request brings along: its callbacks speak of them. */
const ownKeys = (values: Values) => [
  ...keyOf('originator-conversation-id', textOf(values.OriginatorConversationID ?? undefined)),
  ...['RequestRefID', 'requestRefID', 'header.requestID'].flatMap((name) =>
    keyOf('third-party-reference', textOf(values[name] ?? undefined)),
  ),
]

/** Ids of another exchange that the request asks about. */
const mentionsOf = (values: Values) => [
  ...keysOf({ CheckoutRequestID: values.CheckoutRequestID ?? null }),
  ...keyOf('receipt', receiptOf(textOf(values.TransactionID ?? undefined))),
  ...keyOf('originator-conversation-id', textOf(values.OriginalConversationID ?? undefined)),
]

/** `Bearer {token}`, `Basic {base64(consumerKey:consumerSecret)}`, `{billManagerAppKey}`. */
const fill = (template: string, operation: Operation, context: PlanContext): string =>
  template.replace(/\{(?:base64\(([^)]*)\)|([^}]*))\}/g, (_, pair: string | undefined, name: string) => {
    if (pair)
      return Buffer.from(
        pair
          .split(':')
          .map((part) => credential(part, context))
          .join(':'),
      ).toString('base64')
    if (name !== 'token') return credential(name, context)
    // Planned without a token for the preview; sending fetches one first.
    if (operation.auth.type === 'bearer' && context.token === undefined) return '<access token>'
    return context.token ?? ''
  })

const credential = (name: string, context: PlanContext): string => {
  const value = context.credentials[name]
  if (value) return value
  const label = darajaCredentials.find((spec) => spec.name === name)?.label ?? name
  throw new PlanError(`${label} is not set in this environment.`, { credential: name })
}

const urlOf = (operation: Operation, values: Values, baseUrl: string): string => {
  const path = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(textOf(values[name] ?? undefined) ?? ''),
  )
  const query = new URLSearchParams()
  for (const { name, value } of operation.query ?? []) query.append(name, value)
  for (const field of operation.fields) {
    const value = textOf(values[field.name] ?? undefined)
    if (field.in === 'query' && value !== undefined) query.append(field.name, value)
  }
  const search = query.toString()
  return `${baseUrl}${path}${search ? `?${search}` : ''}`
}

/** Reads a body that was written by hand; an error names its line. */
export const parseBody = (
  operation: Operation,
  text: string,
): { values: Values } | { error: string; line?: number } => {
  let body: Json
  try {
    body = JSON.parse(text) as Json
  } catch (error) {
    const line = lineOf(text, error)
    return { error: 'This is not JSON.', ...(line !== undefined && { line }) }
  }
  const wanted = operation.body === 'array' ? Array.isArray(body) : isObject(body)
  if (!wanted)
    return { error: operation.body === 'array' ? 'This call takes a list.' : 'This call takes an object.' }
  return { values: valuesOf(operation, body) }
}

const isObject = (value: Json): value is WireObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Engines word it differently; all of them name a line, a position, or the end. */
const lineOf = (text: string, error: unknown): number | undefined => {
  const message = error instanceof Error ? error.message : ''
  const line = /line (\d+)/.exec(message)?.[1]
  if (line) return Number(line)
  const position = /position (\d+)/.exec(message)?.[1]
  const end = position === undefined ? (/end of/i.test(message) ? text.length : undefined) : Number(position)
  return end === undefined ? undefined : text.slice(0, end).split('\n').length
}
