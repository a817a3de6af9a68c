import type { Field, Operation } from '@/lib/catalogue/types'
import { encryptPkcs1 } from '@/lib/crypto/rsa'
import { textOf } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'
import { stampOf } from '@/lib/world/clock'
import { callbackUrlOf, inOrder, needIn, runOf } from '../shared/derive'
import { type PlanContext, PlanError } from '../types'
import { makeCheckoutPassword, makeSpPassword } from './hashed-passwords'
import { encryptNewPassword } from './passwords'
import { g2Credentials } from './presets'

/** Fills in what nobody typed. What somebody typed stays, so that a negative case can be sent. */
export const deriveValues = (operation: Operation, values: Values, context: PlanContext): Values => {
  const filled: Values = { ...values }
  const isEmpty = (name: string) => filled[name] === undefined || filled[name] === '' || filled[name] === null
  // Passwords hold the time that stands beside them.
  const computed = operation.fields.filter((field) => field.derive).sort((a, b) => order(a) - order(b))
  for (const field of computed) {
    const derive = derivations[field.derive ?? '']
    const value = derive && isEmpty(field.name) ? derive({ field, values: filled, context }) : undefined
    if (value !== undefined) filled[field.name] = value
  }
  for (const field of operation.fields) {
    if (field.prefill?.from !== 'inbox') continue
    filled[field.name] = callbackUrlOf(field, filled[field.name], context, operation.registers)
  }
  return inOrder(operation, filled)
}

const order = (field: Field) => (field.derive?.endsWith('password') ? 1 : 0)

type Given = { field: Field; values: Values; context: PlanContext }

const typed = (values: Values, name: string): string | undefined => textOf(values[name] ?? undefined)

const derivations: Record<string, (given: Given) => string | undefined> = {
  'g2.time-stamp': ({ context }) => stampOf(context.now, context.market, 'YYYYMMDDHHmmss'),
  // Seven decimals and Z: the form of the specification's own sample.
  'g2.timestamp': ({ context }) => new Date(context.now).toISOString().replace('Z', '0000Z'),
  'g2.sp-password': ({ values, context }) =>
    makeSpPassword(
      typed(values, 'spId') || need(context, 'spId'),
      need(context, 'spPassword'),
      typed(values, 'timeStamp') ?? '',
    ),
  'g2.checkout-password': ({ values, context }) =>
    makeCheckoutPassword(
      typed(values, 'MERCHANT_ID') || need(context, 'merchantId'),
      need(context, 'merchantPasskey'),
      typed(values, 'TIMESTAMP') ?? '',
    ),
  'g2.new-password': ({ field, context }) => {
    const [password, key, vector] = ['newSpPassword', 'sharedKey', 'sharedVector'].map((name) =>
      need(context, name),
    ) as [string, string, string]
    const encrypted = encryptNewPassword(password, key, vector)
    if (encrypted !== undefined) return encrypted
    throw new PlanError('The shared key and the shared vector are sixteen characters each.', {
      field: field.name,
      credential: 'sharedKey',
    })
  },
  'g2.security-credential': ({ field, context }) => {
    const password = need(context, 'initiatorPassword')
    if (context.certificate) return encryptPkcs1(password, context.certificate)
    throw new PlanError('This environment has no certificate to encrypt the initiator password with.', {
      field: field.name,
      credential: 'certificate',
    })
  },
  // Unique for ever and across commands: one id a run.
  'g2.originator-id': ({ context }) =>
    `${[context.credentials.shortcode, 'JARIBU', runOf(context)].filter(Boolean).join('_')}`,
  'g2.merchant-transaction-id': ({ context }) => `JARIBU-${runOf(context)}`,
}

const need = needIn(g2Credentials)
