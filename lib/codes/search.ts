import type { Code } from '@/lib/catalogue/types'
import { namedCodes, plainWords } from './pasted'
import { saidWords, spokenWords } from './phrases'

/** What stands for something else in a known message: `<field>`. */
const placeholder = /<[^>]*>/g

const kept = new Map<string, string[]>()

/** Words of a known message that say something. Messages are those of the tables, so all of them may be kept. */
const telling = (message: string): string[] => {
  const known = kept.get(message)
  if (known) return known
  const found = plainWords(message.replace(placeholder, ' ')).filter((word) => word.length > 2)
  kept.set(message, found)
  return found
}

/** Rows that a pasted answer, callback or log line may be about, the likeliest first. */
const matchPasted = (rows: readonly Code[], text: string): Code[] => {
  const given = new Set(plainWords(text))
  const words = spokenWords(text)
  const named = new Set(namedCodes(text).map(({ code }) => codeKey(code)))
  return rank(rows, (row) => {
    const code = row.code === null ? '' : codeKey(row.code)
    const said = saidWords(row, words)
    if (code && named.has(code)) return 2000 + said
    // Outside of its key a short number is more often an HTTP status or an amount.
    if (named.size === 0 && code.length > 3 && given.has(code.toLowerCase())) return 1000 + said
    return said
  })
}

/** Rows in which every typed word occurs; a code or a message that is typed whole comes first. */
const matchTyped = (rows: readonly Code[], text: string): Code[] => {
  const wanted = plainWords(text)
  const whole = flat(text)
  return rank(rows, (row) => {
    const code = row.code?.toLowerCase() ?? ''
    if (row.code !== null && codeKey(row.code) === codeKey(text.trim())) return 6
    const message = flat(row.message)
    if (message === whole) return 5
    if (whole !== '' && code.startsWith(whole)) return 4
    if (whole !== '' && message.includes(whole)) return 3
    const all = flat(`${code} ${message} ${row.cause} ${row.cure} ${row.id}`)
    return wanted.length > 0 && wanted.every((word) => all.includes(word)) ? 1 : 0
  })
}

/** Small letters, straight quotes, single spaces, no full stop at the end. */
const flat = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.\s]+$/, '')

const rank = (rows: readonly Code[], score: (row: Code) => number): Code[] =>
  rows
    .map((row) => ({ row, points: score(row) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ row }) => row)

/** More than a few words, or signs that only messages have: somebody pasted it. */
export const isPasted = (text: string): boolean =>
  plainWords(text).length > 4 || /[{<]|=>|\w+code\W/i.test(text.trim())

/** Finds codes by number, by words, or by a whole message that somebody pastes. */
export const searchCodes = (rows: readonly Code[], text: string): readonly Code[] => {
  if (text.trim() === '') return rows
  const typed = matchTyped(rows, text)
  return isPasted(text) && typed.length === 0 ? matchPasted(rows, text) : typed
}

/** What two spellings of a code have in common: case does not matter, and zeros of any number are success. */
export const codeKey = (code: string): string => (/^0+$/.test(code) ? '0' : code.toUpperCase())

/** Rows of the same code that say something else, those of its own system first: one number, several meanings. */
export const otherMeanings = (rows: readonly Code[], row: Code): Code[] => {
  if (row.code === null) return []
  const key = codeKey(row.code)
  return rank(rows, (other) => {
    if (other === row || other.code === null || codeKey(other.code) !== key) return 0
    return other.system === row.system ? 2 : 1
  })
}

/** Rows that say nearly the same words under another code or none. */
export const sameWords = (rows: readonly Code[], row: Code): Code[] => {
  const own = new Set(telling(row.message))
  const key = row.code === null ? undefined : codeKey(row.code)
  return rank(rows, (other) => {
    if (other === row || (key !== undefined && other.code !== null && codeKey(other.code) === key)) return 0
    const theirs = telling(other.message)
    if (own.size < 2 || theirs.length < 2) return 0
    const shared = theirs.filter((word) => own.has(word)).length
    const overlap = shared / Math.max(own.size, theirs.length)
    return overlap >= 0.6 ? overlap + (other.system === row.system ? 1 : 0) : 0
  }).slice(0, 8)
}
