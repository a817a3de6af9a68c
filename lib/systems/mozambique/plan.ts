import { mozambiqueOperations } from '@/lib/catalogue/mozambique'
import type { Operation } from '@/lib/catalogue/types'
import { encryptPkcs1 } from '@/lib/crypto/rsa'
import { bodyOf } from '@/lib/derive/body'
import { textOf } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'
import { idsOf, secretsOf } from '../shared/derive'
import { type PlanContext, PlanError, type Planned } from '../types'
import { deriveValues } from './derive'
import { type MozambiqueCredentialName, mozambiqueCredentials, portalOrigin } from './presets'

/** Turns values into the request that leaves. Throws `PlanError` when a credential is missing. */
export const planRequest = (operation: Operation, values: Values, context: PlanContext): Planned => {
  const filled = deriveValues(operation, values, context)
  const body = operation.body === 'none' ? undefined : bodyOf(operation, filled)
  return {
    request: {
      method: operation.method,
      url: urlOf(operation, filled, context.baseUrl),
      headers: operation.headers.map(({ name, value }): [string, string] => [name, fill(value, context)]),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    },
    values: filled,
    preview: body === undefined ? '' : JSON.stringify(body, null, 2),
    secrets: { fields: secretFields, headers: ['Authorization'] },
    ...idsOf(operation, filled),
  }
}

const secretFields = secretsOf(mozambiqueOperations)

const fill = (template: string, context: PlanContext): string =>
  template
    .replace('{bearer}', () => bearerOf(context))
    .replace('{origin}', () => context.credentials.origin || portalOrigin)

/** The API key, encrypted with the account's public key; the padding makes it another text each time. */
const bearerOf = (context: PlanContext): string => {
  const apiKey = need(context, 'apiKey')
  if (!context.certificate) {
    throw new PlanError('This environment has no public key to encrypt the API key with.', {
      credential: 'certificate',
    })
  }
  return encryptPkcs1(apiKey, context.certificate)
}

const need = (context: PlanContext, name: MozambiqueCredentialName): string => {
  const value = context.credentials[name]
  if (value) return value
  const label = mozambiqueCredentials.find((spec) => spec.name === name)?.label ?? name
  throw new PlanError(`${label} is not set in this environment.`, { credential: name })
}

/** Each call has a port of its own, except where the base address says one or leads below a path, as the emulator's does. */
export const urlOf = (operation: Operation, values: Values, baseUrl: string): string => {
  const isBareHost = /^https?:\/\/[^/:]+\/?$/.test(baseUrl)
  const base = baseUrl.replace(/\/$/, '')
  const host = isBareHost && operation.port !== undefined ? `${base}:${operation.port}` : base
  const query = new URLSearchParams()
  for (const field of operation.fields) {
    const value = textOf(values[field.name] ?? undefined)
    if (field.in === 'query' && value !== undefined) query.append(field.name, value)
  }
  const search = query.toString()
  return `${host}${operation.path}${search ? `?${search}` : ''}`
}
