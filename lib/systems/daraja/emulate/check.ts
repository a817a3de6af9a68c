import type { Field, Json, Operation, WireType } from '@/lib/catalogue/types'
import { urlRefusal } from '@/lib/systems/daraja/callback-url'
import { hasLength, hasPattern, isChoice } from '@/lib/systems/gateway/field-facts'
import type { Exchange } from '@/lib/systems/gateway/gateway'
import { isBlank } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'
import { readUrl, urlTextFaults } from '@/lib/wire/url-text'

/** `rule` says which one is broken, where the form alone does not tell. */
export type Fault = { field: Field; isMissing: boolean; rule?: string }

/** White space alone is nothing to this gateway. */
const isMissing = (value: Json | undefined) =>
  isBlank(value) || (typeof value === 'string' && value.trim() === '')

const fits: Record<WireType, (value: Json) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: (value) => typeof value === 'number' && Number.isInteger(value),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  array: (value) => Array.isArray(value),
}

const isScalar = (value: Json): value is string | number =>
  typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))

/** Identifier types that clients really send where only one is documented. */
const knownIdentifierTypes = new Set(['1', '2', '4', '11'])

/** Free text and references differ too much between clients to be refused for their form; strict reading refuses. */
const isFreeForm = (field: Field) => field.kind === 'text' || (field.kind === 'reference' && !field.maxLength)

/**
 * Bounds of an amount are rules of the payment, answered with a result code, not faults of the field; so an amount only
 * has to be a whole positive number here.
 */
const isWithinBounds = (field: Field, value: string) => {
  if (field.kind === 'amount') return /^[1-9][0-9]{0,11}$/.test(value)
  if (field.minimum === undefined && field.maximum === undefined) return true
  const number = Number(value)
  return number >= (field.minimum ?? number) && number <= (field.maximum ?? number)
}

type Verdict = 'valid' | 'invalid' | { note: string } | { rule: string }

const judge = (field: Field, value: Json, isStrict: boolean, ownUrl: string): Verdict => {
  if (field.kind === 'list' || field.type === 'array') return Array.isArray(value) ? 'valid' : 'invalid'
  if (!isScalar(value)) return 'invalid'
  const types = [field.type, ...(field.alsoAccepts ?? [])]
  if (!types.some((type) => fits[type](value)) && isStrict) return 'invalid'
  const text = String(value).trim()

  if (field.name.endsWith('IdentifierType') && !isChoice(field, text)) {
    if (isStrict || !knownIdentifierTypes.has(text)) return 'invalid'
    return { note: `${field.name} ${text} is not the documented one; accepted.` }
  }
  if (field.kind === 'url') {
    if (!readUrl(String(value))) return 'invalid'
    const rule = isStrict ? urlRefusal(String(value), ownUrl) : undefined
    if (isStrict) return rule === undefined ? 'valid' : { rule }
    const [fault] = urlTextFaults(String(value))
    return fault === undefined ? 'valid' : { note: `${field.name}: ${fault} The real gateway refuses it.` }
  }
  if (!isChoice(field, text) || !isWithinBounds(field, text)) return 'invalid'
  if (field.kind === 'email' && !/^[^@\s]+@[^@\s]+$/.test(text)) return 'invalid'
  // Amounts were judged as numbers: the pattern says the same of their digits.
  if (field.kind !== 'amount' && (!hasLength(field, text) || !hasPattern(field, text))) {
    if (isStrict || !isFreeForm(field)) return 'invalid'
    return { note: `${field.name} is not of the documented length or form; accepted.` }
  }
  return 'valid'
}

/** The first field that the provider would name, in the order of its documentation. */
export const checkFields = (
  operation: Operation,
  values: Values,
  { isStrict, notes, world }: Pick<Exchange, 'isStrict' | 'notes' | 'world'>,
): Fault | undefined => {
  for (const field of operation.fields) {
    if (field.in === 'header' || field.in === 'query' || field.in === 'path') continue
    const value = values[field.name]
    if (value === undefined || isMissing(value)) {
      if (field.required && (isStrict || !field.isForgiven)) return { field, isMissing: true }
      continue
    }
    const verdict = judge(field, value, isStrict, world.publicUrl)
    if (verdict === 'invalid') return { field, isMissing: false }
    if (verdict === 'valid') continue
    if ('rule' in verdict) return { field, isMissing: false, rule: verdict.rule }
    notes.push(verdict.note)
  }
  return undefined
}
