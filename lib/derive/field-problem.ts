import type { Field, FieldKind, Json } from '@/lib/catalogue/types'
import { readUrl, urlTextFaults } from '@/lib/wire/url-text'

/** Which limit of a field a value breaks, and what to do about it. */
export type Problem = {
  limit: 'type' | 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'choice' | 'form'
  message: string
}

type Check = (field: Field, text: string) => Problem | undefined

const grouped = new Intl.NumberFormat('en-KE')
const characters = (count: number) => `${grouped.format(count)} character${count === 1 ? '' : 's'}`
const digits = /^-?\d+(\.\d+)?$/

const length: Check = ({ minLength, maxLength }, { length: count }) => {
  if (maxLength !== undefined && count > maxLength) {
    return {
      limit: 'maxLength',
      message: `${characters(count)}, and at most ${maxLength} are allowed. Shorten it by ${count - maxLength}.`,
    }
  }
  if (minLength !== undefined && count < minLength) {
    return {
      limit: 'minLength',
      message: `${characters(count)}, and at least ${minLength} ${minLength === 1 ? 'is' : 'are'} needed. Add ${minLength - count}.`,
    }
  }
}

const range: Check = ({ minimum, maximum }, text) => {
  const value = Number(text)
  if (maximum !== undefined && value > maximum) {
    const most = grouped.format(maximum)
    return { limit: 'maximum', message: `${grouped.format(value)} is above the limit. Send ${most} or less.` }
  }
  if (minimum !== undefined && value < minimum) {
    const least = grouped.format(minimum)
    return {
      limit: 'minimum',
      message: `${grouped.format(value)} is below the minimum. Send ${least} or more.`,
    }
  }
}

const choices: Check = (field, text) => {
  if (field.const !== undefined && text !== String(field.const)) {
    return { limit: 'choice', message: `Only ${field.const} is accepted here. Send exactly that.` }
  }
  if (field.choices && !field.choices.some(({ value }) => value === text)) {
    const values = field.choices.map(({ value }) => value)
    return { limit: 'choice', message: `Send one of ${values.join(', ')}, spelled exactly so.` }
  }
}

const exampleOf = ({ example }: Field) =>
  typeof example === 'string' || typeof example === 'number' ? String(example) : ''

/** How a value of this kind is written, for people. */
const forms = {
  text: 'Write it in the form that is asked for',
  amount: 'Write whole shillings in digits, without sign, comma or decimals',
  number: 'Write a number in digits',
  msisdn: 'Write the phone number in digits, with the country code and no plus',
  shortcode: 'Write the shortcode in digits',
  url: 'Write a whole address that begins with https://',
  email: 'Write a whole e-mail address',
  choice: 'Choose one of the values',
  timestamp: 'Write the time as fourteen digits, YYYYMMDDHHmmss',
  date: 'Write the date in the form that is asked for',
  datetime: 'Write date and time as YYYY-MM-DD HH:mm:ss',
  receipt: 'Write the receipt as ten capital letters and digits',
  reference: 'Write it in the form that is asked for',
  operator: 'Write the operator’s user name',
  base64: 'Send base64 text, with its padding and without line breaks',
  list: 'Send a list',
} satisfies Record<FieldKind, string>

/** The usual form of a receipt. */
const kenyan = /^[A-Z0-9]{10}$/

const misshapen = (field: Field): Problem => {
  const example = exampleOf(field)
  // A long sample, such as a credential, explains nothing.
  const suchAs = example && example.length <= 60 ? `, such as ${example}` : ''
  const form =
    field.kind === 'receipt' && (field.pattern ?? kenyan.source) !== kenyan.source
      ? forms.reference
      : forms[field.kind]
  return { limit: 'form', message: `${form}${suchAs}.` }
}

/** What a field takes, as an instruction. */
export const acceptedForm = (field: Field): string => {
  if (field.const !== undefined) return `Send exactly ${field.const}.`
  if (field.choices)
    return `Send one of ${field.choices.map(({ value }) => value).join(', ')}, spelled exactly so.`
  return misshapen(field).message
}

const matches =
  (usual?: RegExp): Check =>
  (field, text) => {
    const pattern = field.pattern === undefined ? usual : new RegExp(field.pattern)
    return pattern && !pattern.test(text) ? misshapen(field) : undefined
  }

const numeric: Check = (field, text) => {
  const isWhole = field.type === 'integer'
  if (!digits.test(text) || (isWhole && !Number.isInteger(Number(text)))) return misshapen(field)
}

const webAddress: Check = (field, text) => {
  const [fault] = urlTextFaults(text)
  if (fault !== undefined) return { limit: 'form', message: fault }
  return readUrl(text) ? undefined : misshapen(field)
}

/** Fourteen or eight digits that are a day of the calendar. */
const onCalendar: Check = (field, text) => {
  const compact = text.replace(/\D/g, '')
  const [year, month, day] = [compact.slice(0, 4), compact.slice(4, 6), compact.slice(6, 8)].map(Number)
  if (year === undefined || month === undefined || day === undefined) return misshapen(field)
  const date = new Date(Date.UTC(year, month - 1, day))
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  const [hour, minute, second] = [compact.slice(8, 10), compact.slice(10, 12), compact.slice(12, 14)].map(
    Number,
  )
  const isTime = (hour ?? 0) < 24 && (minute ?? 0) < 60 && (second ?? 0) < 60
  return isDay && isTime
    ? undefined
    : { limit: 'form', message: 'There is no such day or time. Check month, day and hour.' }
}

const textual = [length, choices]
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** In order; the first that fails speaks. A new kind without its checks does not compile. */
const checks = {
  text: [...textual, matches()],
  reference: [...textual, matches()],
  operator: [...textual, matches()],
  amount: [...textual, range, matches(), numeric],
  number: [...textual, range, matches(), numeric],
  msisdn: [...textual, matches(/^\+?\d{9,15}$/)],
  shortcode: [...textual, matches(/^\d{5,7}$/)],
  url: [...textual, matches(), webAddress],
  email: [...textual, matches(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)],
  choice: [...textual, matches()],
  timestamp: [...textual, matches(/^\d{14}$/), onCalendar],
  date: [...textual, matches(/^\d{4}-\d{2}-\d{2}$/), onCalendar],
  datetime: [...textual, matches(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)],
  receipt: [...textual, matches(kenyan)],
  base64: [...textual, matches(), matches(base64)],
  list: [],
} satisfies Record<FieldKind, Check[]>

const typeWords = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  array: 'a list',
  boolean: 'true or false',
} satisfies Record<Field['type'], string>

/** `text or a whole number` */
export const typesInWords = (field: Field): string =>
  [field.type, ...(field.alsoAccepts ?? [])].map((type) => typeWords[type]).join(' or ')

const isOfType = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isSafeInteger(value),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  array: Array.isArray,
  boolean: (value) => typeof value === 'boolean',
} satisfies Record<Field['type'], (value: Json) => boolean>

/** The first limit that a present value breaks. */
export const fieldProblem = (field: Field, value: Json): Problem | undefined => {
  const types = [field.type, ...(field.alsoAccepts ?? [])]
  if (!types.some((type) => isOfType[type](value))) {
    return { limit: 'type', message: `Send ${field.name} as ${typesInWords(field)}.` }
  }
  // An optional field may be sent blank unless the provider gives it a minimum length.
  if (value === '' && !field.required && field.minLength === undefined) return undefined
  const text = String(value)
  for (const check of checks[field.kind]) {
    const problem = check(field, text)
    if (problem) return problem
  }
}
