import { darajaOperations } from '@/lib/catalogue/daraja'
import type { Operation } from '@/lib/catalogue/types'
import { bodyOf } from '@/lib/derive/body'
import { receiptOf } from '@/lib/systems/kenya/stamps'
import { textOf } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'
import { idsOf, secretsOf } from '../shared/derive'
import { type PlanContext, PlanError, type Planned } from '../types'
import { deriveValues } from './derive'
import { darajaCredentials } from './presets'

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
    ...idsOf(operation, filled, receiptOf),
  }
}

// The password itself belongs in no body; some people try all the same.
const secretHeaders = ['Authorization', 'app_key']
const secretFields = [...secretsOf(darajaOperations), 'InitiatorPassword']

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
