import { g2Operations } from '@/lib/catalogue/g2'
import type { Operation } from '@/lib/catalogue/types'
import { envelopeOf } from '@/lib/derive/envelope'
import { textOf } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'
import { receiptOf } from '../kenya/stamps'
import { idsOf, secretsOf } from '../shared/derive'
import type { PlanContext, Planned } from '../types'
import { deriveValues } from './derive'
import { decryptNewPassword } from './passwords'

/** Turns values into the envelope that leaves. Throws `PlanError` when a credential is missing. */
export const planRequest = (operation: Operation, values: Values, context: PlanContext): Planned => {
  const filled = deriveValues(operation, values, context)
  const body = envelopeOf(operation, filled)
  return {
    request: {
      method: operation.method,
      url: `${context.baseUrl}${operation.path}`,
      headers: operation.headers.map(({ name, value }): [string, string] => [name, value]),
      body,
    },
    values: filled,
    preview: body,
    secrets: { fields: secretFields, headers: [] },
    settles: settlesOf(operation, filled, context),
    ...idsOf(operation, filled, receiptOf),
  }
}

/** The environment's password is the new one once the broker has said yes, whoever made its ciphertext. */
const settlesOf = (
  operation: Operation,
  values: Values,
  { credentials }: PlanContext,
): Planned['settles'] => {
  const sent = textOf(values.newPassword ?? undefined)
  const { sharedKey, sharedVector } = credentials
  if (operation.name !== 'change-password' || !sent || !sharedKey || !sharedVector) return []
  const value = decryptNewPassword(sent, sharedKey, sharedVector)
  return value ? [{ credential: 'spPassword', value }] : []
}

const secretFields = secretsOf(g2Operations)
