import type { IdSource } from './types'

const GOLDEN_HIGH = 0x13c6ef
const GOLDEN_LOW = 0x9e3779b9
const HIGH_MASK = 0x1fffff

const mix = (value: number): number => {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

const capitals = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export type SeededIds = IdSource & {
  /** What to store, so that the next call goes on where this one ended. */
  state(): number
}

/**
 * Digits from a counter of 53 bits, mixed. The state is one whole number, so a world's next id is a column of a row and
 * a test's ids are the same in every run. Not for secrets.
 */
export const seededIds = (seed: number): SeededIds => {
  let high = Math.floor(seed / 0x100000000) & HIGH_MASK
  let low = seed >>> 0
  const draw = (): number => {
    const sum = low + GOLDEN_LOW
    low = sum >>> 0
    high = (high + GOLDEN_HIGH + (sum > 0xffffffff ? 1 : 0)) & HIGH_MASK
    return mix(low ^ mix(high + 0x5bd1e995))
  }
  const text = (alphabet: string, length: number): string => {
    let out = ''
    while (out.length < length) out += alphabet[draw() % alphabet.length]
    return out
  }
  return {
    number: (bound) => draw() % bound,
    hex: (length) => text('0123456789abcdef', length),
    alphanumeric: (length) => text(capitals, length),
    state: () => high * 0x100000000 + low,
  }
}
