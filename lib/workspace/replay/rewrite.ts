import { createHash } from 'node:crypto'
import type { Json } from '@/lib/catalogue/types'
import { callbackEntry } from '@/lib/systems/callbacks'
import type { CallbackMeaning } from '@/lib/systems/types'

export type Rewriting = {
  /** The same for all that are sent again together: what was one id in two messages is one id again. */
  seed: string
  ids: boolean
  /** Added to every time in the body. */
  shiftMs: number | undefined
  /** In units of its currency. */
  amount: number | undefined
}

/** The body with other ids, times and amount; and what was changed, for people. */
export const rewrite = (
  body: string,
  meaning: CallbackMeaning | undefined,
  { seed, ids, shiftMs, amount }: Rewriting,
): { body: string; changes: string[] } => {
  const changes: string[] = []
  let text = body
  if (amount !== undefined && meaning) {
    const field = callbackEntry(meaning.system, meaning.kind)?.repeats?.amount
    const changed = field === undefined ? text : withAmount(text, field, amount)
    if (changed !== text) changes.push(`Amount ${amount}.`)
    text = changed
  }
  if (shiftMs !== undefined) {
    const changed = withTimes(text, shiftMs)
    if (changed !== text) changes.push('Times of now.')
    text = changed
  }
  if (ids && meaning) {
    const changed = idsOf(meaning).reduce((all, id) => all.replaceAll(id, freshId(id, seed)), text)
    if (changed !== text) changes.push('New ids.')
    text = changed
  }
  return { body: text, changes }
}

/** The longest first: one may be a part of another. Short ones are no ids that could be told from other text. */
const idsOf = ({ keys, facts }: CallbackMeaning): string[] =>
  [...new Set([...keys.filter(({ kind }) => kind !== 'run').map(({ value }) => value), facts.receipt ?? ''])]
    .filter((id) => id.length >= 5)
    .sort((a, b) => b.length - a.length)

const digits = '0123456789'
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const hexLower = '0123456789abcdef'

/** Another id of the same shape: `ws_CO_…` stays that, digits stay digits. The same for the same seed. */
export const freshId = (id: string, seed: string): string => {
  const [prefix = ''] = /^(?:[A-Za-z]+_)*/.exec(id) ?? []
  const rest = id.slice(prefix.length)
  const isHex = /[a-f]/.test(rest) && /^[0-9a-f-]+$/.test(rest)
  return (
    prefix +
    [...rest]
      .map((letter, index) => {
        const byte = createHash('sha256').update(`${seed} ${id} ${index}`).digest().readUInt32BE(0)
        const of = (letters: string) => letters.charAt(byte % letters.length)
        if (isHex && hexLower.includes(letter)) return of(hexLower)
        if (digits.includes(letter)) return index === 0 && letter !== '0' ? of('123456789') : of(digits)
        if (upper.includes(letter)) return of(upper)
        return /[a-z]/.test(letter) ? of(upper).toLowerCase() : letter
      })
      .join('')
  )
}

const two = (value: number) => String(value).padStart(2, '0')

/** Wall-clock times are moved as such: of whichever place they are, the difference is the same. */
const withTimes = (text: string, shiftMs: number): string => {
  const moved = (...[year, month, day, hour, minute, second]: string[]) =>
    new Date(
      Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) +
        shiftMs,
    )
  return text
    .replace(
      /\b(20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])([01]\d|2[0-3])([0-5]\d)([0-5]\d)\b/g,
      (_, ...parts: string[]) => {
        const at = moved(...parts)
        return `${at.getUTCFullYear()}${two(at.getUTCMonth() + 1)}${two(at.getUTCDate())}${two(at.getUTCHours())}${two(at.getUTCMinutes())}${two(at.getUTCSeconds())}`
      },
    )
    .replace(
      /\b(\d\d)\.(\d\d)\.(20\d\d) (\d\d):(\d\d):(\d\d)\b/g,
      (_, day: string, month: string, year: string, ...clock: string[]) => {
        const at = moved(year, month, day, ...clock)
        return `${two(at.getUTCDate())}.${two(at.getUTCMonth() + 1)}.${at.getUTCFullYear()} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`
      },
    )
    .replace(
      /\b(20\d\d)-(\d\d)-(\d\d)([T ])(\d\d):(\d\d):(\d\d)/g,
      (_, year: string, month: string, day: string, between: string, ...clock: string[]) =>
        moved(year, month, day, ...clock)
          .toISOString()
          .slice(0, 19)
          .replace('T', between),
    )
}

const withAmount = (text: string, field: string, amount: number): string =>
  text.trimStart().startsWith('<') ? inXml(text, field, amount) : inJson(text, field, amount)

/** As many decimals as it had. */
const likeIt = (before: string, amount: number): string => {
  const decimals = /\.(\d+)$/.exec(before)?.[1]?.length
  return decimals === undefined ? String(amount) : amount.toFixed(decimals)
}

const inXml = (text: string, field: string, amount: number): string =>
  text
    .replace(new RegExp(`(<(?:\\w+:)?${field}>)([\\d.]+)(</)`, 'g'), (_, open, before, close) =>
      [open, likeIt(before, amount), close].join(''),
    )
    .replace(
      new RegExp(`(<(?:\\w+:)?Key>${field}</(?:\\w+:)?Key>\\s*<(?:\\w+:)?Value>)([\\d.]+)(</)`, 'g'),
      (_, open, before, close) => [open, likeIt(before, amount), close].join(''),
    )

const inJson = (text: string, field: string, amount: number): string => {
  let isChanged = false
  const put = (value: Json): Json => {
    isChanged = true
    return typeof value === 'string' ? likeIt(value, amount) : amount
  }
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    const isNamed = value.Name === field || value.Key === field
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        name === field || (isNamed && name === 'Value') ? put(inner) : walk(inner),
      ]),
    )
  }
  try {
    const changed = walk(JSON.parse(text) as Json)
    return isChanged ? JSON.stringify(changed) : text
  } catch {
    return text
  }
}
