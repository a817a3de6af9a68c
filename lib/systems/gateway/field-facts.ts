import type { Field } from '@/lib/catalogue/types'
import { acceptedForm } from '@/lib/derive/field-problem'

/** What a field of the catalogue says of a value, one fact at a time: gateways differ in which of them they mind. */

/** Compiling is what costs; the catalogue has few patterns. */
const compiled = new Map<string, RegExp>()

const regExpOf = (pattern: string): RegExp => {
  const known = compiled.get(pattern)
  if (known) return known
  const made = new RegExp(pattern, 'u')
  compiled.set(pattern, made)
  return made
}

export const hasPattern = ({ pattern }: Field, text: string): boolean =>
  pattern === undefined || regExpOf(pattern).test(text)

export const hasLength = ({ minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Field, text: string) =>
  text.length >= minLength && text.length <= maxLength

export const isChoice = (field: Field, text: string): boolean =>
  field.const !== undefined
    ? text === String(field.const)
    : !field.choices || field.choices.some(({ value }) => value === text)

/** Said of a value that was refused, with what would have been taken. */
export const notOfForm = (field: Field): string =>
  `${field.name} is not of the documented form. ${acceptedForm(field)}`
