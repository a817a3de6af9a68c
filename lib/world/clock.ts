import type { Market } from '@/lib/msisdn/markets'

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

const parts = (at: number, market: Market) => {
  const local = new Date(at + market.utcOffsetMinutes * 60_000)
  return {
    year: pad(local.getUTCFullYear(), 4),
    month: pad(local.getUTCMonth() + 1),
    day: pad(local.getUTCDate()),
    hour: pad(local.getUTCHours()),
    minute: pad(local.getUTCMinutes()),
    second: pad(local.getUTCSeconds()),
    millis: pad(local.getUTCMilliseconds(), 3),
  }
}

/** A moment in the market's own time, written by a pattern: `YYYYMMDDHHmmss`, `DD.MM.YYYY HH:mm:ss`, `SSS` millis. */
export const stampOf = (at: number, market: Market, pattern: string): string => {
  const p = parts(at, market)
  const values: Record<string, string> = {
    YYYY: p.year,
    MM: p.month,
    DD: p.day,
    HH: p.hour,
    mm: p.minute,
    ss: p.second,
    SSS: p.millis,
  }
  return pattern.replace(/YYYY|MM|DD|HH|mm|SSS|ss/g, (name) => values[name] ?? name)
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
