import type { Code } from '@/lib/catalogue/types'

const words = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z0-9_][a-z0-9_.]*/g) ?? []).map((word) => word.replace(/\.+$/, ''))

/** Values of the keys that carry codes in answers and callbacks: `errorCode`, `ResultCode`, `rescode`. */
const codeKeys = /"\w*code"\s*:\s*"?([^",}\s]+)/gi

/** What stands for something else in a known message: `<field>`. */
const placeholder = /<[^>]*>/g

/** How much of a known message is in the text, from 0 to 1; of two messages that are there whole, the longer says more. */
const likenessOf = (row: Code, given: ReadonlySet<string>): number => {
  const known = words(row.message.replace(placeholder, ' ')).filter((word) => word.length > 2)
  if (known.length === 0) return 0
  const found = known.filter((word) => given.has(word)).length
  return found / known.length + found / 1000
}

/** Rows that a pasted answer, callback or log line may be about, the likeliest first. */
const matchPasted = (rows: readonly Code[], text: string): Code[] => {
  const given = new Set(words(text))
  const named = new Set([...text.matchAll(codeKeys)].map(([, code]) => code?.toLowerCase()))
  return rank(rows, (row) => {
    const code = row.code?.toLowerCase() ?? ''
    const likeness = likenessOf(row, given)
    if (named.has(code)) return 1 + likeness
    // Outside of its key a short number is more often an HTTP status or an amount.
    if (named.size === 0 && code.length > 3 && given.has(code)) return 0.5 + likeness
    return likeness >= 0.7 ? likeness : 0
  })
}

/** Rows in which every typed word occurs; a code that is typed whole comes first. */
const matchTyped = (rows: readonly Code[], text: string): Code[] => {
  const wanted = words(text)
  const whole = text.trim().toLowerCase()
  return rank(rows, (row) => {
    const code = row.code?.toLowerCase() ?? ''
    if (code === whole) return 4
    if (code.startsWith(whole)) return 3
    const message = row.message.toLowerCase()
    if (message.includes(whole)) return 2
    const all = `${code} ${message} ${row.cause} ${row.cure} ${row.id}`.toLowerCase()
    return wanted.length > 0 && wanted.every((word) => all.includes(word)) ? 1 : 0
  })
}

const rank = (rows: readonly Code[], score: (row: Code) => number): Code[] =>
  rows
    .map((row) => ({ row, points: score(row) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ row }) => row)

/** Finds codes by number, by words, or by a whole message that somebody pastes. */
export const searchCodes = (rows: readonly Code[], text: string): readonly Code[] => {
  if (text.trim() === '') return rows
  const typed = matchTyped(rows, text)
  const isPasted = words(text).length > 4 || /[{<]/.test(text)
  return isPasted && typed.length === 0 ? matchPasted(rows, text) : typed
}
