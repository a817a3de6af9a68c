import { darajaCodes, darajaOperations } from '@/lib/catalogue/daraja'
import type { Code, CodeChannel } from '@/lib/catalogue/types'
import type { CodeContext } from '../types'

/**
 * The row that fits best: one code means different things by where it was seen and by its words. Precedence: the words,
 * then the operation, then the place. Undefined where that decides nothing: no row is better than a wrong one.
 */
export const explainCode = (code: string, where: CodeContext): Code | undefined => {
  const known = byCode.get(codeKeyOf(code))
  if (!known) return best(wordless(where.message), code, where)?.row
  const rows = known.filter((row) => belongs(row, code, where))
  const first = best(rows, code, where)
  if (!first || !where.message || first.fits > 0) return first?.row
  // Other words than any that are known: between meanings of a gateway's code they alone decide.
  const isOpen = rows.some((row) => row.message !== first.row.message)
  return isOpen && isDotted(code) ? undefined : first.row
}

/** Whether a source knows these very words of the code in that place. */
export const isKnownWording = (code: string, where: CodeContext & { message: string }): boolean =>
  (best(
    (byCode.get(codeKeyOf(code)) ?? []).filter((row) => belongs(row, code, where)),
    code,
    where,
  )?.fits ?? 0) > 0

const wordless = (message: string | undefined): Code[] =>
  message ? withoutCode.filter((row) => fits(row, message) > 0) : []

type Scored = { row: Code; score: number; fits: number }

const best = (rows: readonly Code[], code: string, where: CodeContext): Scored | undefined => {
  let first: Scored | undefined
  for (const row of rows) {
    const scored = scoreOf(row, code, where)
    if (!first || scored.score > first.score) first = scored
  }
  return first
}

/** Zeros of any number are success. */
const codeKeyOf = (code: string) => (/^0+$/.test(code) ? '0' : code)

const isDotted = (code: string) => code.includes('.')

/** A code of the gateway means the same after any call. A bare number does not: its place and its call have to be right. */
const belongs = (row: Code, code: string, { operation, place }: CodeContext): boolean => {
  if (isDotted(code) || code.length > 4) return true
  const isNamed = operation !== undefined && row.operations.includes(operation)
  if (operation !== undefined && row.operations.length > 0 && !isNamed) return false
  if (place === undefined || row.where === place) return true
  if (!isNamed) return false
  if (telling.has(operation)) return true
  // Express checkout: its table does not say whether a code comes at once or later.
  if (row.where === 'api') return place === 'result' && code.length === 4 && !row.success
  return row.where !== 'c2b-validation' && resultless.has(operation)
}

/** Their answer says what became of another call, in the words of its result. */
const telling = new Set(darajaOperations.filter(({ tellsResult }) => tellsResult).map(({ id }) => id))

/** No message of its own brings their result, so that its codes stand in the answer. */
const resultless = new Set(
  darajaOperations
    .filter(({ callbacks }) => !callbacks.some(({ kind }) => kind.endsWith('result')))
    .map(({ id }) => id),
)

/** Rows that speak of another place, such as the go-live portal, explain nothing that a call or callback said. */
const ofCalls = darajaCodes.filter((row) => row.context === undefined)
const withoutCode = ofCalls.filter((row) => row.code === null)
const byCode = new Map<string, Code[]>()
for (const row of ofCalls) {
  if (row.code !== null) byCode.set(codeKeyOf(row.code), [...(byCode.get(codeKeyOf(row.code)) ?? []), row])
}

/** The words of a code where the emulator sends it: of that channel, else the usual ones of the row that fits best. */
export const wordsOf = (code: string, where: CodeContext, channel: CodeChannel = 'callback'): string => {
  const row = explainCode(code, where) ?? anyOf(code, where)
  return row?.said?.[channel] ?? row?.message.split(' / ')[0] ?? 'Request failed'
}

/** For a code on purpose that its call is not known to end with: as another call of the place words it. */
const anyOf = (code: string, { place }: CodeContext): Code | undefined => {
  const rows = byCode.get(codeKeyOf(code)) ?? []
  return rows.find((row) => row.where === place) ?? rows[0]
}

const scoreOf = (row: Code, code: string, { operation, place = 'api', message }: CodeContext): Scored => {
  const named = operation !== undefined && row.operations.includes(operation)
  const foreign = operation !== undefined && row.operations.length > 0 && !named
  const worded = fits(row, message)
  const score =
    8 * worded +
    (named ? 6 : foreign ? -3 : 0) +
    (place === row.where ? 4 : 0) +
    (row.code === code ? 1 : 0) +
    (row.confirmed ? 0.5 : 0)
  return { row, score, fits: worded }
}

/** 2: the very words; 1: the words with their variable part; 0: other words or none. */
const fits = (row: Code, message: string | undefined): 0 | 1 | 2 => {
  if (!message) return 0
  const seen = normal(message)
  if (seen === '') return 0
  for (const form of row.message.split(' / ').map(normal)) {
    if (form === seen) return 2
    if (form.length > 8 && (seen.startsWith(form) || seen.includes(form))) return 1
    const fixed = form.split(/<[^>]*>/).filter(Boolean)
    if (fixed.length > 0 && form.includes('<') && fixed.every((part) => seen.includes(part.trim()))) return 1
  }
  return 0
}

const normal = (text: string) =>
  text
    .toLowerCase()
    .replace(/[.\s]+$/, '')
    .trim()

/** Daraja reference, Synchronous errors and Products: a product that the app lacks is answered like a bad token. */
export const tokenCodes = {
  token: ['400.008.01', '400.008.02', '404.001.03', '401.002.01'],
  product: ['401.003.01', '401.002.01', '404.001.03'],
}
