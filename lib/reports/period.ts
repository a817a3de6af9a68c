import { type Interval, type Period, type Preset, presets, type Zone } from './types'

export const hourMs = 3_600_000
const dayMs = 24 * hourMs
const longestDays = 1_100
const longest: Record<Interval, number> = { hour: 31, day: 400, week: longestDays }

export type Typed = { period?: string; from?: string; to?: string }
/** What is wrong, beside the field where it was typed. */
export type Wrong = { errors: Record<string, string[]> }

const wrong = (field: string, message: string): Wrong => ({ errors: { [field]: [message] } })
const offsetOf = (zone: Zone) => zone.offsetMinutes * 60_000

/** Midnight, local, at or before a moment. */
const startOfDay = (at: number, zone: Zone): number => {
  const offset = offsetOf(zone)
  return Math.floor((at + offset) / dayMs) * dayMs - offset
}

const startOfMonth = (at: number, zone: Zone, monthsAgo = 0): number => {
  const local = new Date(at + offsetOf(zone))
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - monthsAgo, 1) - offsetOf(zone)
}

/** Monday, local. The first Monday of the epoch is its fifth day. */
const startOfWeek = (at: number, zone: Zone): number => {
  const offset = offsetOf(zone)
  return Math.floor((at + offset - 4 * dayMs) / (7 * dayMs)) * 7 * dayMs + 4 * dayMs - offset
}

/** `2026-11-20`, in the zone. */
export const dayText = (at: number, zone: Zone): string =>
  new Date(at + offsetOf(zone)).toISOString().slice(0, 10)
/** `2026-11-20 14:00`, in the zone. */
export const hourText = (at: number, zone: Zone): string =>
  new Date(at + offsetOf(zone)).toISOString().slice(0, 16).replace('T', ' ')

/**
 * `2026-11-20` (a whole day of the zone), `2026-11-20T14:00`, or epoch milliseconds. As the end of a period a day
 * counts whole, an hour is the first one after it.
 */
const momentOf = (text: string, zone: Zone, isEnd: boolean): number | string => {
  if (/^\d{10,14}$/.test(text)) {
    const at = Number(text)
    return at % hourMs === 0 ? at : 'must be on a whole hour: reports are summed up by the hour.'
  }
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2})(?::00)?)?$/.exec(text)
  if (!match) {
    return /T\d{2}:\d{2}/.test(text)
      ? 'must be on a whole hour: reports are summed up by the hour.'
      : 'must be a day such as 2026-11-20, or an hour such as 2026-11-20T14:00.'
  }
  const [, year, month, day, hour] = match
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day))
  if (new Date(at).toISOString().slice(0, 10) !== text.slice(0, 10) || Number(hour ?? 0) > 23)
    return `is no day of the calendar: ${text}.`
  if (hour !== undefined) return at + Number(hour) * hourMs - offsetOf(zone)
  return at + (isEnd ? dayMs : 0) - offsetOf(zone)
}

const isPreset = (text: string): text is Preset => presets.some((preset) => preset === text)

const presetPeriod = (preset: Preset, now: number, zone: Zone): Period => {
  const today = startOfDay(now, zone)
  const from = {
    today,
    '7d': today - 6 * dayMs,
    '30d': today - 29 * dayMs,
    month: startOfMonth(now, zone),
  }[preset]
  return { from, to: today + dayMs, zone, preset }
}

/** A preset's name, or a beginning and an end; the last seven days where nothing is said. */
export const periodOf = (typed: Typed, now: number, zone: Zone): Period | Wrong => {
  const name = typed.period ?? (typed.from || typed.to ? 'custom' : '7d')
  if (isPreset(name)) return presetPeriod(name, now, zone)
  if (name !== 'custom') return wrong('period', `must be one of ${presets.join(', ')} or custom.`)
  if (!typed.from) return wrong('from', 'Say where the period begins.')
  const from = momentOf(typed.from, zone, false)
  if (typeof from === 'string') return wrong('from', from)
  const to = typed.to ? momentOf(typed.to, zone, true) : startOfDay(now, zone) + dayMs
  if (typeof to === 'string') return wrong('to', to)
  if (to <= from) return wrong('to', `must be after the beginning, ${hourText(from, zone)} in ${zone.name}.`)
  if (to - from > longestDays * dayMs)
    return wrong('to', `A report covers ${longestDays.toLocaleString('en')} days at most.`)
  return { from, to, zone, preset: null }
}

/** What a period is compared with: `previous`, or two days with a comma between. */
export const comparedPeriod = (typed: string, period: Period, now: number): Period | Wrong => {
  if (typed === 'previous') return previousPeriod(period, now)
  const [from, to, ...rest] = typed.split(',')
  if (!from || !to || rest.length > 0)
    return wrong('compare', 'must be previous, or two days such as 2026-10-01,2026-10-31.')
  const other = periodOf({ period: 'custom', from, to }, now, period.zone)
  return 'errors' in other ? { errors: { compare: Object.values(other.errors).flat() } } : other
}

/**
 * The stretch before, as long as what has passed of this one: half a day is compared with half a day. A month is
 * compared with the same days of the month before.
 */
export const previousPeriod = (period: Period, now: number): Period => {
  const { from, to, zone, preset } = period
  const passed = Math.min(to, Math.max(from + hourMs, Math.ceil(now / hourMs) * hourMs)) - from
  const begin = preset === 'month' ? startOfMonth(from, zone, 1) : from - (to - from)
  return { from: begin, to: Math.min(begin + passed, from), zone, preset: null }
}

export const intervalOf = (typed: string, { from, to }: Period): Interval | Wrong => {
  const days = (to - from) / dayMs
  if (typed === 'auto') return days <= 2 ? 'hour' : days <= 92 ? 'day' : 'week'
  if (typed !== 'hour' && typed !== 'day' && typed !== 'week')
    return wrong('interval', 'must be hour, day, week or auto.')
  if (days > longest[typed])
    return wrong('interval', `must be longer: by the ${typed}, ${longest[typed]} days are shown at most.`)
  return typed
}

/** The steps of a period in order, without gaps; the first and the last may be cut short. */
export const bucketsOf = ({ from, to, zone }: Period, interval: Interval): { from: number; to: number }[] => {
  const step = { hour: hourMs, day: dayMs, week: 7 * dayMs }[interval]
  const first = { hour: from, day: startOfDay(from, zone), week: startOfWeek(from, zone) }[interval]
  const buckets: { from: number; to: number }[] = []
  for (let at = first; at < to; at += step)
    buckets.push({ from: Math.max(at, from), to: Math.min(at + step, to) })
  return buckets
}

/** A stretch that is kept summed up in one: an hour, or a day or week of a zone. */
export type Span = { from: number; hours: 1 | 24 | 168 }

/** The one with this hour in it. */
export const spanOf = (hour: number, hours: Span['hours'], zone: Zone): Span => ({
  from: { 1: hour, 24: startOfDay(hour, zone), 168: startOfWeek(hour, zone) }[hours],
  hours,
})

/**
 * A stretch of whole hours cut into as few kept lengths as there can be: weeks and days of the zone, and the hours left
 * over at both ends.
 */
export const spansOf = (from: number, to: number, zone: Zone): Span[] => {
  const spans: Span[] = []
  for (let at = from; at < to; ) {
    const hours =
      at + 7 * dayMs <= to && startOfWeek(at, zone) === at
        ? 168
        : at + dayMs <= to && startOfDay(at, zone) === at
          ? 24
          : 1
    spans.push({ from: at, hours })
    at += hours * hourMs
  }
  return spans
}

/** `20 Nov 2026`, `14 Nov 2026 to 20 Nov 2026`; with hours where it is not whole days. */
export const periodText = ({ from, to, zone }: Period): string => {
  const last = to - 1
  const isOneDay = startOfDay(from, zone) === startOfDay(last, zone)
  const isWhole = startOfDay(from, zone) === from && startOfDay(to, zone) === to
  if (isWhole) return isOneDay ? spelled(from, zone) : `${spelled(from, zone)} to ${spelled(last, zone)}`
  const begin = hourText(from, zone).slice(11)
  const end = startOfDay(to, zone) === to ? '24:00' : hourText(to, zone).slice(11)
  if (isOneDay) return `${spelled(from, zone)}, ${begin} to ${end}`
  return `${spelled(from, zone)} ${begin} to ${spelled(last, zone)} ${end}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const spelled = (at: number, zone: Zone): string => {
  const local = new Date(at + offsetOf(zone))
  return `${local.getUTCDate()} ${months[local.getUTCMonth()]} ${local.getUTCFullYear()}`
}

/** A step of the series, as short as its axis allows. */
export const bucketText = (at: number, interval: Interval, zone: Zone): string => {
  const local = new Date(at + offsetOf(zone))
  const day = `${local.getUTCDate()} ${months[local.getUTCMonth()]}`
  return interval === 'hour' ? `${day} ${hourText(at, zone).slice(11)}` : day
}
