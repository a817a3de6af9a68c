import type { Code } from '@/lib/catalogue/types'
import type { System } from '@/lib/systems/types'
import { mostOthers } from './finding'
import { saidWords, spokenWords } from './phrases'
import { codeKey } from './search'

/** Codes that are nothing else: with a letter or a dot in them, or very long. A bare 4001 may be an amount. */
export const distinctCodes = (rows: readonly Code[], text: string): string[] => {
  const found = new Set<string>()
  for (const { code } of rows) {
    if (code === null || !/[A-Za-z_].*\d|\d\.\d|\d{9}/.test(code)) continue
    const escaped = code.replace(/[.\\+*?^$()[\]{}|]/g, '\\$&')
    const match = new RegExp(`(?<![\\w.-])${escaped}(?![\\w-]|\\.\\d)`, 'i').exec(text)
    if (match) found.add(match[0])
  }
  return [...found]
}

/** Words after which a number is a code, if one is known. */
const announced =
  /(?<!\bexit(?:ed)?(?: with)? )\b(?:errors?|results?|codes?|reason|fail(?:ed|s)?(?: with)?|returned|returns|got)\b[\s:=#]{1,3}(\d{4,10})(?![\w.:%-]|\s+(?:rows?|items?|times|records|bytes|ms|shillings)\b)/gi

/** Numbers that are codes by the word before them, and a text that is nothing but a code. */
export const announcedCodes = (rows: readonly Code[], text: string): string[] => {
  const whole = text.trim()
  const numbers = [...text.matchAll(announced)].flatMap(([, number]) => number ?? [])
  const given = /^[\w.-]{1,40}$/.test(whole) ? [whole, ...numbers] : numbers
  return given.filter((code) => rows.some((row) => isSame(row.code, code)))
}

/** The name of a member says where its code comes from. */
const places: readonly { name: RegExp; isPlace(row: Code): boolean }[] = [
  { name: /^(?:output|input)_/i, isPlace: ({ code }) => /^INS-/.test(code ?? '') },
  { name: /^return_?code$/i, isPlace: ({ where }) => where === 'checkout' },
  { name: /^error_?code$/i, isPlace: ({ where }) => where === 'api' },
  { name: /^response_?code$/i, isPlace: ({ where }) => where === 'api' },
  { name: /^result_?code$/i, isPlace: ({ where }) => where === 'stk-result' || where === 'result' },
]

export type Readings = { row: Code | undefined; others: Code[] }

/**
 * What a code without its message may mean. The words beside it decide; else the one meaning that it has. Where several
 * remain, none is put first: `row` is undefined, and all stand side by side.
 */
export const readingsOf = (
  systems: readonly System[],
  code: string,
  { key, text }: { key: string | undefined; text: string },
): Readings => {
  const rows = systems.flatMap(({ codes }) => codes).filter((row) => isSame(row.code, code))
  const likely = bySaid(rows, text) ?? byPlace(rows, key)
  const [row] = likely
  return row && likely.length === 1
    ? { row, others: rows.filter((other) => other !== row).slice(0, mostOthers) }
    : { row: undefined, others: likely.slice(0, mostOthers) }
}

/** Rows of which most stands beside the code; undefined where none of their words do. */
const bySaid = (rows: readonly Code[], text: string): Code[] | undefined => {
  const words = spokenWords(text)
  const counts = rows.map((row) => saidWords(row, words))
  const most = Math.max(0, ...counts)
  return most === 0 ? undefined : rows.filter((_, index) => counts[index] === most)
}

/** Rows of the place that the name of the member tells, else all; the surest first. */
const byPlace = (rows: readonly Code[], key: string | undefined): Code[] => {
  const place = key === undefined ? undefined : places.find(({ name }) => name.test(key))
  const placed = place ? rows.filter((row) => place.isPlace(row)) : []
  return (placed.length > 0 ? placed : rows).toSorted((a, b) => rank(a) - rank(b))
}

const isSame = (one: string | null, other: string) => one !== null && codeKey(one) === codeKey(other)

const rank = (row: Code) => (row.context ? 2 : 0) + (row.confirmed ? 0 : 1)
