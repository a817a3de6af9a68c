import type { Json } from '@/lib/catalogue/types'
import type { CorrelationKey, KeyKind } from '../types'

/** Reads what arrives without trusting its shape: wrong types are absent, numbers and strings are one. */
export type WireObject = { [key: string]: Json }

export const objectOf = (value: Json | undefined): WireObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined

/** A list, or the bare object that stands for a list of one. */
export const listOf = (value: Json | undefined): Json[] =>
  Array.isArray(value) ? value : objectOf(value) ? [value as WireObject] : []

export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? plainNumber(value) : undefined

// 20261120091547 must not turn into an exponent.
const plainNumber = (value: number) =>
  Number.isSafeInteger(value) ? value.toFixed(0) : Number.isFinite(value) ? String(value) : undefined

/** The value under the first of these names; other capitals are accepted where no exact name is there. */
export const pick = (from: WireObject | undefined, ...names: string[]): Json | undefined => {
  if (!from) return undefined
  for (const name of names) if (Object.hasOwn(from, name)) return from[name]
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  for (const key in from) if (wanted.has(key.toLowerCase())) return from[key]
  return undefined
}

export const pickText = (from: WireObject | undefined, ...names: string[]): string | undefined => {
  const text = textOf(pick(from, ...names))?.trim()
  return text === '' ? undefined : text
}

export const parseObject = (text: string): WireObject | undefined => {
  try {
    return objectOf(JSON.parse(text) as Json)
  } catch {
    return undefined
  }
}

/** Longer than any identifier seen; what exceeds it is not one. */
const longestId = 200

const keyNames: [KeyKind, ...string[]][] = [
  ['checkout-id', 'CheckoutRequestID'],
  ['merchant-request-id', 'MerchantRequestID'],
  ['conversation-id', 'ConversationID'],
  // The second spelling is what C2B registration and simulation answer.
  ['originator-conversation-id', 'OriginatorConversationID', 'OriginatorCoversationID'],
]

export const keysOf = (from: WireObject | undefined): CorrelationKey[] =>
  keyNames.flatMap(([kind, ...names]) => keyOf(kind, pickText(from, ...names)))

export const keyOf = (kind: KeyKind, value: string | undefined): CorrelationKey[] =>
  value && value.length <= longestId ? [{ kind, value }] : []

/** Undefined for the stand-ins `0000000000` and a prefix with zeros: Daraja reference, Identifier formats. */
export const receiptOf = (value: string | undefined): string | undefined =>
  value && /^[A-Z0-9]{8,14}$/.test(value) && !/0{7}$/.test(value) ? value : undefined

/** A code made of zeros only: `0`, `00`, `00000000`. */
export const isZero = (code: string | undefined): boolean => code !== undefined && /^0+$/.test(code)

/** Nairobi, which has no daylight saving time. */
export const nairobiOffsetMs = 180 * 60_000

/** `20261120091547` or `20.11.2026 09:15:47`, Nairobi time -> epoch milliseconds. */
export const stampOf = (value: string | undefined): number | undefined => {
  if (!value) return undefined
  const compact = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(value)
  const dotted = /^(\d{2})\.(\d{2})\.(\d{4}) (\d{2}):(\d{2}):(\d{2})$/.exec(value)
  const parts = compact
    ? compact.slice(1)
    : dotted
      ? [dotted[3], dotted[2], dotted[1], ...dotted.slice(4)]
      : undefined
  if (!parts) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map(Number)
  const at = Date.UTC(year, month - 1, day, hour, minute, second)
  return Number.isNaN(at) ? undefined : at - nairobiOffsetMs
}

/** Epoch milliseconds -> `20261120091547` on the clock that is this many minutes east of UTC. */
export const compactStamp = (at: number, utcOffsetMinutes: number): string =>
  new Date(at + utcOffsetMinutes * 60_000).toISOString().replace(/\D/g, '').slice(0, 14)
