import type { Field, Operation } from '@/lib/catalogue/types'
import { encryptPkcs1 } from '@/lib/crypto/rsa'
import { makeStkPassword } from '@/lib/crypto/stk-password'
import { compactStamp } from '@/lib/systems/kenya/stamps'
import { textOf } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'
import { callbackUrlOf, inOrder, needIn, runOf } from '../shared/derive'
import { type PlanContext, PlanError } from '../types'
import { darajaCredentials } from './presets'

/** Fills in what nobody typed. What somebody typed stays, so that a negative case can be sent. */
export const deriveValues = (operation: Operation, values: Values, context: PlanContext): Values => {
  const filled: Values = { ...values }
  const isEmpty = (name: string) => filled[name] === undefined || filled[name] === '' || filled[name] === null
  // In the catalogue's order Password comes before the Timestamp that is inside it.
  const computed = operation.fields.filter((field) => field.derive).sort((a, b) => order(a) - order(b))
  for (const field of computed) {
    const derive = derivations[field.derive ?? '']
    if (derive && isEmpty(field.name)) filled[field.name] = derive({ field, values: filled, context })
  }
  for (const field of operation.fields) {
    if (field.prefill?.from !== 'inbox') continue
    filled[field.name] = callbackUrlOf(field, filled[field.name], context, operation.registers)
  }
  return inOrder(operation, filled)
}

const order = (field: Field) => (field.derive === 'daraja.stk-password' ? 1 : 0)

type Given = { field: Field; values: Values; context: PlanContext }

const derivations: Record<string, (given: Given) => string> = {
  'daraja.grant-type': ({ field }) => String(field.const),
  'daraja.timestamp': ({ context }) => compactStamp(context.now, context.market.utcOffsetMinutes),
  'daraja.epoch-seconds': ({ context }) => String(Math.floor(context.now / 1000)),
  'daraja.stk-password': ({ values, context }) =>
    makeStkPassword({
      shortcode: textOf(values.BusinessShortCode ?? undefined) ?? need(context, 'lnmShortcode'),
      passkey: need(context, 'lnmPasskey'),
      timestamp: textOf(values.Timestamp ?? undefined) ?? '',
    }),
  'daraja.security-credential': ({ field, context }) => {
    const password = need(context, 'initiatorPassword')
    if (!context.certificate) {
      throw new PlanError('This environment has no certificate to encrypt the initiator password with.', {
        field: field.name,
        credential: 'certificate',
      })
    }
    return encryptPkcs1(password, context.certificate)
  },
  'daraja.originator-id': ({ context }) => `jaribu-${runOf(context)}`,
  'daraja.request-id': ({ context }) => `jaribu-${runOf(context)}`,
}

const need = needIn(darajaCredentials)
