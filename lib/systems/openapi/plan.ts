import { wireMarketOf } from '@/lib/catalogue/openapi'
import type { Operation } from '@/lib/catalogue/types'
import { EncryptionError, encryptPkcs1 } from '@/lib/crypto/rsa'
import { bodyOf } from '@/lib/derive/body'
import { textOf } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'
import { idsOf } from '../shared/derive'
import { type PlanContext, PlanError, type Planned } from '../types'
import { deriveValues } from './derive'

/** Turns values into the request that leaves. Throws `PlanError` when a credential or the public key is missing. */
export const planRequest = (operation: Operation, values: Values, context: PlanContext): Planned => {
  const filled = deriveValues(operation, values, context)
  const body = bodyOf(operation, filled)
  return {
    request: {
      method: operation.method,
      url: `${context.baseUrl}${pathOf(operation, context)}${queryOf(operation, filled)}`,
      headers: headersOf(operation, context),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    },
    values: filled,
    preview: body === undefined ? '' : JSON.stringify(body, null, 2),
    secrets: { fields: ['output_SessionID'], headers: ['Authorization'] },
    ...idsOf(operation, filled),
  }
}

export const pathOf = (operation: Pick<Operation, 'path'>, { market }: PlanContext): string => {
  const wire = wireMarketOf(market.id)
  if (!wire) throw new PlanError(`M-Pesa OpenAPI does not serve ${market.name}.`, {})
  return operation.path.replace('{market}', wire.path)
}

const queryOf = (operation: Operation, values: Values): string => {
  const query = new URLSearchParams()
  for (const field of operation.fields) {
    const value = textOf(values[field.name] ?? undefined)
    if (field.in === 'query' && value !== undefined && value !== '') query.append(field.name, value)
  }
  const text = query.toString()
  return text ? `?${text}` : ''
}

export const headersOf = (
  operation: Pick<Operation, 'headers'>,
  context: PlanContext,
): [name: string, value: string][] =>
  operation.headers.map(({ name, value }): [string, string] => [
    name,
    value.replace(/\{([a-zA-Z]+)\}/g, (_, what: string) => fill(what, context)),
  ])

const fill = (what: string, context: PlanContext): string => {
  if (what === 'origin') return context.credentials.origin || '*'
  if (what === 'sessionBearer') {
    // Planned without a session for the preview; sending fetches one first.
    return context.token === undefined ? '<session key, encrypted>' : encrypt(context.token, context)
  }
  const key = context.credentials.apiKey
  if (!key) throw new PlanError('API key is not set in this environment.', { credential: 'apiKey' })
  return encrypt(key, context)
}

const encrypt = (plain: string, { certificate }: PlanContext): string => {
  const missing = { credential: 'certificate' }
  if (!certificate) throw new PlanError('This environment has no public key to encrypt with.', missing)
  try {
    return encryptPkcs1(plain, certificate)
  } catch (error) {
    if (error instanceof EncryptionError) throw new PlanError(error.message, missing)
    throw error
  }
}
