import type { Code } from '@/lib/catalogue/types'

/**
 * How much of a known message stands in a text, word after word. A bag of the same words is chance: “the phone has a
 * PIN” has most words of many messages.
 */
export type Phrase = { words: string[]; total: number }

const kept = new Map<string, Phrase[][]>()

/** The parts of each wording of a message that never vary, in order. */
const wordingsOf = (message: string): Phrase[][] => {
  const known = kept.get(message)
  if (known) return known
  const wordings = message
    .split(' / ')
    .map((form) =>
      form
        .split(/<[^>]*>|[.:;,!?()[\]{}"]+(?=\s|$)|\s-\s/)
        .map((part) => spokenWords(part))
        .filter((words) => words.length > 0),
    )
    .map((parts) => {
      const total = parts.reduce((sum, words) => sum + words.length, 0)
      return parts.map((words) => ({ words, total }))
    })
    .filter((parts) => parts.length > 0)
  kept.set(message, wordings)
  return wordings
}

/** Words as they are spoken: hyphens, quotes and capitals do not count, `M-PESA` is `mpesa`. */
export const spokenWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[-‐-―'’‘`]/g, '')
    .match(/[a-z0-9_]+/g) ?? []

/** A part of fewer words says too little by itself. */
const fewest = 4

/**
 * Words of a row's message that stand in the text as phrases: whole short messages, or long parts of long ones. 0 where
 * that is less than what chance would bring.
 */
export const saidWords = (row: Code, text: readonly string[]): number =>
  Math.max(0, ...wordingsOf(row.message).map((parts) => wordsOfWording(parts, text)))

const wordsOfWording = (parts: readonly Phrase[], text: readonly string[]): number => {
  const total = parts[0]?.total ?? 0
  const said = parts.filter(({ words }) => hasPhrase(text, words))
  const count = said.reduce((sum, { words }) => sum + words.length, 0)
  if (total < 2) return 0
  // Two or three words are a message only where hardly anything stands beside them.
  if (total < fewest) return count === total && text.length <= total * 3 ? count : 0
  const longest = Math.max(0, ...said.map(({ words }) => words.length))
  return longest >= fewest || count >= total * 0.7 ? count : 0
}

const hasPhrase = (text: readonly string[], words: readonly string[]): boolean => {
  for (let at = 0; at + words.length <= text.length; at++) {
    if (words.every((word, index) => isSameWord(text[at + index] ?? '', word))) return true
  }
  return false
}

/** Equal, or one slip of the finger apart: in long words two signs may be swapped, missing, doubled or wrong. */
const isSameWord = (one: string, other: string): boolean => {
  if (one === other) return true
  if (one.length < 6 || Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  const rest = (text: string, skipped: number) => text.slice(start + skipped)
  return (
    rest(one, 1) === rest(other, 1) ||
    rest(one, 1) === rest(other, 0) ||
    rest(one, 0) === rest(other, 1) ||
    (one[start] === other[start + 1] && one[start + 1] === other[start] && rest(one, 2) === rest(other, 2))
  )
}

/** Names that programs give to codes: `INVALID_SHORT_CODE_USED`, `InvalidShortcodeUsed`. */
export const namesIn = (text: string): string[] =>
  (text.match(/\b(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|(?:[A-Z][a-z0-9]+){2,})\b/g) ?? []).map(lettersOf)

/** A row whose own name is among them, as published clients have it. */
export const isCalled = (row: Code, names: ReadonlySet<string>): boolean =>
  row.names?.some((name) => names.has(lettersOf(name))) ?? false

/** A row whose message is such a name, word by word. */
export const isNamed = (row: Code, names: ReadonlySet<string>): boolean =>
  row.message.split(' / ').some((form) => {
    const words = spokenWords(form.replace(/<[^>]*>/g, ' '))
    return words.length > 1 && names.has(words.join(''))
  })

const lettersOf = (name: string) => name.replace(/_/g, '').toLowerCase()
