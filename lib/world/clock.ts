import type { Market } from '@/lib/msisdn/markets'

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

/** Local times are read by the UTC getters of a date that was moved by the market's offset. */
const writers: Readonly<Record<string, (local: Date) => string>> = {
  YYYY: (local) => pad(local.getUTCFullYear(), 4),
  MM: (local) => pad(local.getUTCMonth() + 1),
  DD: (local) => pad(local.getUTCDate()),
  HH: (local) => pad(local.getUTCHours()),
  mm: (local) => pad(local.getUTCMinutes()),
  ss: (local) => pad(local.getUTCSeconds()),
  SSS: (local) => pad(local.getUTCMilliseconds(), 3),
}

type Piece = (local: Date) => string

/** Patterns are few and stand in the code: each is read once. */
const patterns = new Map<string, readonly Piece[]>()

const piecesOf = (pattern: string): readonly Piece[] => {
  const known = patterns.get(pattern)
  if (known) return known
  const pieces = pattern
    .split(/(YYYY|MM|DD|HH|mm|SSS|ss)/)
    .filter((text) => text !== '')
    .map((text): Piece => writers[text] ?? (() => text))
  patterns.set(pattern, pieces)
  return pieces
}

/** A moment in the market's own time, written by a pattern: `YYYYMMDDHHmmss`, `DD.MM.YYYY HH:mm:ss`, `SSS` millis. */
export const stampOf = (at: number, market: Market, pattern: string): string => {
  const local = new Date(at + market.utcOffsetMinutes * 60_000)
  let text = ''
  for (const write of piecesOf(pattern)) text += write(local)
  return text
}

/** Reads fourteen digits as market time; undefined when they are no moment. */
export const momentOf = (stamp: string, market: Market): number | undefined => {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp)
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59)
    return undefined
  const utc = Date.UTC(year, month - 1, day, hour, minute, second)
  if (new Date(utc).getUTCDate() !== day) return undefined
  return utc - market.utcOffsetMinutes * 60_000
}

/** First moment of the market's day that `at` lies in. */
export const startOfDay = (at: number, market: Market): number => {
  const offset = market.utcOffsetMinutes * 60_000
  const local = at + offset
  return local - (((local % 86_400_000) + 86_400_000) % 86_400_000) - offset
}
