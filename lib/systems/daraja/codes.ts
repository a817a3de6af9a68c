import { darajaCodes } from '@/lib/catalogue/daraja'
import type { Code, CodeChannel } from '@/lib/catalogue/types'
import type { CodeContext } from '../types'

/**
 * The row that fits best: one code means different things by where it was seen and by its words. Precedence: the words,
 * then the operation, then the place.
 */
export const explainCode = (code: string, where: CodeContext): Code | undefined => {
  const rows =
    byCode.get(code) ?? (where.message ? withoutCode.filter((row) => fits(row, where.message) > 0) : [])
  let best: { row: Code; score: number } | undefined
  for (const row of rows) {
    const score = scoreOf(row, where)
    if (!best || score > best.score) best = { row, score }
  }
  return best?.row
}

/** Rows that speak of another place, such as the go-live portal, explain nothing that a call or callback said. */
const ofCalls = darajaCodes.filter((row) => row.context === undefined)
const withoutCode = ofCalls.filter((row) => row.code === null)
const byCode = new Map<string, Code[]>()
for (const row of ofCalls) {
  if (row.code !== null) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row])
}

/** The words of a code where the emulator sends it: of that channel, else the usual ones of the row that fits best. */
export const wordsOf = (code: string, where: CodeContext, channel: CodeChannel = 'callback'): string => {
  const row = explainCode(code, where)
  return row?.said?.[channel] ?? row?.message.split(' / ')[0] ?? 'Request failed'
}

const scoreOf = (row: Code, { operation, place = 'api', message }: CodeContext): number => {
  const named = operation !== undefined && row.operations.includes(operation)
  const foreign = operation !== undefined && row.operations.length > 0 && !named
  return (
    8 * fits(row, message) +
    (named ? 6 : foreign ? -3 : 0) +
    (place === row.where ? 4 : 0) +
    (row.confirmed ? 0.5 : 0)
  )
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
