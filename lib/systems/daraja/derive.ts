import type { Field, Operation } from '@/lib/catalogue/types'
import { encryptPkcs1 } from '@/lib/crypto/rsa'
import { makeStkPassword } from '@/lib/crypto/stk-password'
import { compactStamp } from '@/lib/systems/kenya/stamps'
import { textOf } from '../shared/wire'
import { type PlanContext, PlanError, type Values } from '../types'
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
    filled[field.name] = callbackUrlOf(operation, field, filled[field.name], context)
  }
  return inOrder(operation, filled)
}

/** As the entry lists them, so that derived fields do not trail behind; what the entry does not know comes last. */
const inOrder = (operation: Operation, values: Values): Values => {
  const known = operation.fields.map((field) => field.name).filter((name) => Object.hasOwn(values, name))
  const rest = Object.keys(values).filter((name) => !known.includes(name))
  return Object.fromEntries([...known, ...rest].map((name) => [name, values[name]]))
}

const order = (field: Field) => (field.derive === 'daraja.stk-password' ? 1 : 0)

type Given = { field: Field; values: Values; context: PlanContext }

const derivations: Record<string, (given: Given) => string> = {
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

/** One id a run: sending it again is a new run and so never a repeated id. */
const runOf = (context: PlanContext) => context.callbackUrl.split('/').at(-1) ?? ''

const need = (context: PlanContext, credential: string): string => {
  const value = context.credentials[credential]
  if (value) return value
  const label = darajaCredentials.find((spec) => spec.name === credential)?.label ?? credential
  throw new PlanError(`${label} is not set in this environment.`, { credential })
}

/** Kept by the provider beyond this run, so no run's segment belongs in them. */
const registers = new Set([
  'daraja.c2b-register-v1',
  'daraja.c2b-register-v2',
  'daraja.pull-register',
  'daraja.billmanager-optin',
  'daraja.billmanager-change-optin',
])

/**
 * A URL into our own inbox carries the run's segment (`/hook/<inbox>/r/<run>`), by which a callback finds its run before
 * any id is known. Somebody else's URL stays as it is.
 */
const callbackUrlOf = (operation: Operation, field: Field, typed: Values[string], context: PlanContext) => {
  const own = context.callbackUrl
  const inbox = own.replace(/\/r\/[^/]*$/, '')
  const target = registers.has(operation.id) ? inbox : own
  if (typed === undefined || typed === '' || typed === null) {
    const suffix = field.prefill?.from === 'inbox' ? (field.prefill.suffix ?? '') : ''
    return field.required ? `${target}${suffix}` : typed
  }
  if (typeof typed !== 'string' || !typed.startsWith(inbox)) return typed
  const rest = typed.slice(inbox.length).replace(/^\/r\/[0-9A-Za-z]{26}(?=\/|$)/, '')
  return rest === '' || rest.startsWith('/') ? `${target}${rest}` : typed
}
