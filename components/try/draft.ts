import type { Field, Json, Operation } from '@/lib/catalogue/types'
import { bodyOf, itemsKey, type ValueIssue, valuesOf, wholeBodyKey } from '@/lib/derive'
import { envelopeOf } from '@/lib/derive/envelope'
import type { Values } from '@/lib/wire/types'

/**
 * The form's own copy of the values, each as JSON text: the form library takes an undefined value for "back to the
 * default", and reads dots and brackets in a name as a path. Empty text stands for an absent value.
 */
export type Draft = { v: Record<string, string> }

export const slotOf = (name: string): string =>
  `$${name.replace(/[.[\]'"~]/g, (mark) => `~${mark.charCodeAt(0).toString(16)}~`)}`

export const nameOf = (slot: string): string =>
  slot.slice(1).replace(/~([0-9a-f]+)~/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

export const packed = (value: Json | undefined): string => (value === undefined ? '' : JSON.stringify(value))

export const unpacked = (text: string | undefined): Json | undefined =>
  text === undefined || text === '' ? undefined : (JSON.parse(text) as Json)

/** Every field of the entry has its slot, filled or not. */
export const draftOf = (operation: Operation, values: Values): Draft => ({
  v: Object.fromEntries(
    [...new Set([...operation.fields.map((field) => field.name), ...Object.keys(values)])].map((name) => [
      slotOf(name),
      packed(values[name]),
    ]),
  ),
})

/** Values in the entry's order, then what the entry does not know; what was cleared is left out. */
export const valuesOfDraft = (operation: Operation, draft: Draft): Values => {
  const values: Values = {}
  const known = operation.fields.map((field) => field.name)
  const slots = Object.keys(draft.v).map(nameOf)
  for (const name of [...known, ...slots.filter((name) => !known.includes(name))]) {
    const value = unpacked(draft.v[slotOf(name)])
    if (value !== undefined) values[name] = value
  }
  return values
}

const isInBody = (field: Field) => (field.in ?? 'body') === 'body'

/** Fields that the system computes, with what it computed where nothing was typed instead. */
export const withDerived = (operation: Operation, values: Values, derived: Values): Values => {
  const full: Values = {}
  for (const field of operation.fields) {
    const value = values[field.name] ?? (field.derive ? derived[field.name] : undefined)
    if (value !== undefined) full[field.name] = value
  }
  for (const [name, value] of Object.entries(values)) if (!(name in full)) full[name] = value
  return full
}

/** Masked by the server: fit to be seen, not to be checked, edited or sent back. */
export const isMask = (value: Json | undefined): boolean => typeof value === 'string' && value.includes('••')

/** What is checked: derived values too, where they can be read. A list keeps to its items. */
export const withReadable = (values: Values, derived: Values): Values => {
  if (itemsKey in values || wholeBodyKey in values) return values
  const readable = Object.entries(derived).filter(
    ([name, value]) => values[name] === undefined && !isMask(value),
  )
  return { ...values, ...Object.fromEntries(readable) }
}

/** The body as text for the second tab. A list keeps its items and does not gain derived values of its own. */
export const bodyText = (operation: Operation, values: Values, derived: Values): string => {
  if (operation.body === 'xml') return envelopeOf(operation, withDerived(operation, values, derived))
  const isList = operation.body === 'array' && itemsKey in values
  const body = bodyOf(
    operation,
    isList || wholeBodyKey in values ? values : withDerived(operation, values, derived),
  )
  return body === undefined ? '' : JSON.stringify(body, null, 2)
}

export type ReadText = { values: Values } | { error: string; line?: number | undefined }

/** Reads a body that is no JSON; loaded only for systems that speak so. */
export type ReadBody = (operation: Operation, text: string) => ReadText

/**
 * Reads the second tab back. What equals the derived value shown stays derived; values that do not travel in the body
 * are kept.
 */
export const readText = (
  operation: Operation,
  text: string,
  current: Values,
  derived: Values,
  readBody: ReadBody = readJson,
): ReadText => {
  const read = readBody(operation, text)
  if ('error' in read) return read
  const values = { ...read.values }
  for (const field of operation.fields) {
    if (!isInBody(field)) {
      if (current[field.name] !== undefined) values[field.name] = current[field.name]
    } else if (field.derive && isEqual(values[field.name], derived[field.name])) delete values[field.name]
  }
  return { values }
}

const readJson: ReadBody = (operation, text) => {
  try {
    return { values: valuesOf(operation, JSON.parse(text) as Json) }
  } catch (thrown) {
    return describeError(text, thrown)
  }
}

const isEqual = (a: Json | undefined, b: Json | undefined) => JSON.stringify(a) === JSON.stringify(b)

const describeError = (text: string, thrown: unknown): ReadText => {
  if (text.trim() === '') return { error: 'The body is empty. Write at least {}.', line: 1 }
  const said = thrown instanceof Error ? thrown.message : String(thrown)
  return { error: wordsOf(said), line: lineOf(text, said) }
}

/** Engines word the place differently: by line, by position, or not at all when the text just ends. */
const lineOf = (text: string, said: string): number | undefined => {
  const byLine = /line (\d+)/.exec(said)?.[1]
  if (byLine) return Number(byLine)
  const byPosition = /position (\d+)/.exec(said)?.[1]
  if (byPosition) return text.slice(0, Number(byPosition)).split('\n').length
  const quoted = /\.\.\."?([\s\S]+?)"?\.\.\. is not valid JSON/.exec(said)?.[1]
  const at = quoted ? text.indexOf(quoted) : -1
  if (at >= 0) return text.slice(0, at).split('\n').length
  return /end of/i.test(said) ? text.split('\n').length : undefined
}

const wordsOf = (said: string): string => {
  if (/end of/i.test(said)) return 'The text ends too early: a quote or a bracket is not closed.'
  return said.replace(/ in JSON at position.*$/s, '').replace(/ at line \d+ column \d+.*$/s, '')
}

/** Names in the values that the entry does not have: typed by hand in the second tab. */
export const strangersIn = (operation: Operation, values: Values): string[] => {
  const known = new Set(operation.fields.map((field) => field.name))
  return Object.keys(values).filter(
    (name) => !known.has(name) && name !== wholeBodyKey && !(operation.body === 'array' && name === itemsKey),
  )
}

/** As many optional fields as a form can hold before they hide the ones that matter. */
const fewOptional = 6

/** Fields that stand open in the form, those that are seldom sent, and those that fill themselves. */
export const partsOf = (operation: Operation): { open: Field[]; seldom: Field[]; filled: Field[] } => {
  const own = operation.fields.filter((field) => !fillsItself(field))
  const optional = own.filter(isLeftOut)
  const seldom = optional.length > fewOptional ? optional : []
  return {
    open: own.filter((field) => !seldom.includes(field)),
    seldom,
    filled: operation.fields.filter(fillsItself),
  }
}

const isLeftOut = ({ required, prefill }: Field) => !required && (prefill?.from ?? 'none') === 'none'

const fillsItself = (field: Field) =>
  field.derive !== undefined || field.const !== undefined || field.follows !== undefined

/** New starting values for fields that nobody touched; what a person typed stays. */
export const mergeStart = (current: Values, before: Values, after: Values): Values => {
  const merged: Values = { ...current }
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isEqual(current[name], before[name])) merged[name] = after[name]
  }
  return merged
}

/** Characters of a text, as the limits of the provider count them. */
export const lengthOf = (value: Json | undefined): number =>
  value === undefined || value === null || typeof value === 'object' ? 0 : String(value).length

/**
 * The issues of the form with those that only the server knows: whether the environment takes a URL. Of the plan no
 * others are taken, because it trails what is typed by a moment.
 */
export const withUrlIssues = (
  operation: Operation,
  own: readonly ValueIssue[],
  told: readonly ValueIssue[],
): ValueIssue[] => {
  const isUrl = (name: string) =>
    operation.fields.some((field) => field.name === name && field.kind === 'url')
  const isKnown = (name: string) => own.some(({ field }) => field === name)
  return [...own, ...told.filter(({ field }) => isUrl(field) && !isKnown(field))]
}
