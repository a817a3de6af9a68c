import type { Field, Json, Operation } from '@/lib/catalogue/types'
import type { Values } from '@/lib/wire/types'

/** Where an initial value comes from; screens say it beside the field. */
export type Origin = 'environment' | 'inbox' | 'phone' | 'last' | 'example' | 'fixed' | 'derived' | 'none'

export type InitialValue = { value: Json | undefined; origin: Origin }

export type InitialContext = {
  /** Plain credentials of the environment by name; secrets are not needed here. */
  credentials: Readonly<Record<string, string | undefined>>
  /** This run's address, or the inbox's, without a trailing slash. */
  callbackUrl: string
  phone?: string
  /** Addresses of their own that somebody last gave in place of the inbox, by field. */
  ownAddresses?: Readonly<Record<string, string>>
  /** What the same operation was last sent with. */
  last?: Values
  /** Money moves: nobody is paid an example. */
  isReal?: boolean
}

const wholeNumber = /^(0|-?[1-9]\d*)$/
const number = /^-?(0|[1-9]\d*)(\.\d+)?$/

/** What was typed, in the documented wire type where it can be written so, and as it was typed otherwise. */
export const wireValueOf = (field: Field, typed: string): Json => {
  if (field.type === 'integer' && wholeNumber.test(typed) && Number.isSafeInteger(Number(typed)))
    return Number(typed)
  if (field.type === 'number' && number.test(typed)) return Number(typed)
  if (field.type === 'boolean' && /^(true|false)$/.test(typed)) return typed === 'true'
  return typed
}

/** A value as an input shows it. */
export const textOf = (value: Json | undefined): string =>
  value === undefined || value === null
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

const none: InitialValue = { value: undefined, origin: 'none' }

const remembered = (field: Field, last: Values = {}): InitialValue | undefined => {
  const value = Object.hasOwn(last, field.name) ? last[field.name] : undefined
  return value === undefined ? undefined : { value, origin: 'last' }
}

const initialValue = (field: Field, context: InitialContext): InitialValue => {
  if (field.derive) return { value: undefined, origin: 'derived' }
  if (field.const !== undefined) return { value: field.const, origin: 'fixed' }
  const prefill = field.prefill ?? { from: field.required && field.kind !== 'receipt' ? 'example' : 'none' }
  const last = remembered(field, context.last)
  const example: InitialValue = { value: field.example, origin: 'example' }
  switch (prefill.from) {
    case 'credential': {
      // The environment's own value wins, so that a sandbox shortcode never follows someone into production.
      const value = context.credentials[prefill.name]
      return value ? { value: wireValueOf(field, value), origin: 'environment' } : (last ?? none)
    }
    case 'inbox': {
      const own = context.ownAddresses?.[field.name]
      if (own !== undefined) return { value: own, origin: 'last' }
      // A remembered address of ours would belong to another run.
      return { value: `${context.callbackUrl}${prefill.suffix ?? ''}`, origin: 'inbox' }
    }
    case 'phone':
      if (last) return last
      return context.phone ? { value: wireValueOf(field, context.phone), origin: 'phone' } : example
    case 'example':
      return last ?? example
    case 'none':
      return last ?? none
  }
}

/** What the form starts with, field by field, and where each value is from. */
export const initialValues = (operation: Operation, context: InitialContext): Record<string, InitialValue> =>
  Object.fromEntries(
    operation.fields.map((field) => {
      const value = initialValue(field, context)
      const isPaid = value.origin === 'example' && /^(amount|msisdn|shortcode)$/.test(field.kind)
      return [field.name, context.isReal && isPaid ? none : value]
    }),
  )

/** What else changes when a field does: those that follow it and said the same so far. */
export const followersOf = (
  operation: Operation,
  values: Values,
  name: string,
  next: Json | undefined,
): { name: string; value: Json | undefined }[] =>
  operation.fields
    .filter((field) => field.follows === name && textOf(values[field.name]) === textOf(values[name]))
    .map((field) => ({
      name: field.name,
      value: next === undefined ? undefined : wireValueOf(field, textOf(next)),
    }))

/** The entry's own example, optional fields included. */
export const exampleOf = (operation: Operation): Record<string, Json> =>
  Object.fromEntries(
    operation.fields.filter(({ example }) => example !== '').map(({ name, example }) => [name, example]),
  )
