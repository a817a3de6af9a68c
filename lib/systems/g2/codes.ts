import type { CodePlace } from '@/lib/catalogue/code-places'
import { g2Codes } from '@/lib/catalogue/g2'
import type { Code } from '@/lib/catalogue/types'
import type { CodeContext } from '../types'

/** The row that fits best. One number means different things by where it was seen; its words decide before that. */
export const explainCode = (code: string, where: CodeContext): Code | undefined => {
  let best: { row: Code; score: number } | undefined
  for (const row of byCode.get(normal(code)) ?? []) {
    const score = scoreOf(row, code, where)
    if (!best || score > best.score) best = { row, score }
  }
  return best?.row
}

/** Success is one to nine zeros. */
const normal = (code: string) => (/^0+$/.test(code) ? '0' : code.toUpperCase())

const byCode = new Map<string, Code[]>()
for (const row of g2Codes) {
  const key = normal(row.code ?? '')
  byCode.set(key, [...(byCode.get(key) ?? []), row])
}

const scoreOf = (row: Code, code: string, { operation, place = 'api', message }: CodeContext): number => {
  const words = message?.toLowerCase().replace(/[.\s]+$/, '') ?? ''
  const isSaid =
    words !== '' &&
    row.message
      .toLowerCase()
      .split(' / ')
      .some((form) => saysSame(form, words))
  const seenAt = operation?.startsWith('g2.checkout-') ? 'checkout' : place
  return (
    (isSaid ? 8 : 0) +
    (row.where === seenAt ? 6 : apart.has(row.where) ? -6 : 0) +
    (operation !== undefined && row.operations.includes(operation) ? 2 : 0) +
    (row.code === code ? 1 : 0) +
    (row.confirmed ? 0.5 : 0)
  )
}

const saysSame = (form: string, words: string) =>
  words.startsWith(form.split('<')[0]?.replace(/[.\s]+$/, '') ?? form)

/** Tables of their own, which mean nothing elsewhere. */
const apart = new Set<CodePlace>(['result-answer', 'timeout-answer', 'c2b-validation', 'checkout'])
