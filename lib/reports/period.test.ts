import { describe, expect, test } from 'vitest'
import { markets } from '@/lib/msisdn/markets'
import { bucketsOf, comparedPeriod, hourMs, intervalOf, periodOf, periodText, previousPeriod } from './period'
import type { Zone } from './types'

const nairobi: Zone = { name: 'Africa/Nairobi', offsetMinutes: 180 }
const accra: Zone = { name: 'Africa/Accra', offsetMinutes: 0 }
/** 20 November 2026, 09:15:30 in Nairobi. */
const now = Date.UTC(2026, 10, 20, 6, 15, 30)

const period = (typed: Parameters<typeof periodOf>[0], zone = nairobi) => {
  const found = periodOf(typed, now, zone)
  if ('errors' in found) throw new Error(JSON.stringify(found.errors))
  return found
}
const utcText = ({ from, to }: { from: number; to: number }) =>
  [from, to].map((at) => new Date(at).toISOString().slice(0, 16))

test('every market is whole hours from UTC: its days begin where an hour of the roll-ups begins', () => {
  for (const { utcOffsetMinutes } of Object.values(markets)) expect(utcOffsetMinutes % 60).toBe(0)
})

describe('a period', () => {
  test.each([
    [{}, ['2026-11-13T21:00', '2026-11-20T21:00'], '14 Nov 2026 to 20 Nov 2026'],
    [{ period: 'today' }, ['2026-11-19T21:00', '2026-11-20T21:00'], '20 Nov 2026'],
    [{ period: '30d' }, ['2026-10-21T21:00', '2026-11-20T21:00'], '22 Oct 2026 to 20 Nov 2026'],
    [{ period: 'month' }, ['2026-10-31T21:00', '2026-11-20T21:00'], '1 Nov 2026 to 20 Nov 2026'],
    [{ from: '2026-11-01', to: '2026-11-01' }, ['2026-10-31T21:00', '2026-11-01T21:00'], '1 Nov 2026'],
    [{ from: '2026-11-18' }, ['2026-11-17T21:00', '2026-11-20T21:00'], '18 Nov 2026 to 20 Nov 2026'],
    [
      { from: '2026-11-19T22', to: '2026-11-20T03:00' },
      ['2026-11-19T19:00', '2026-11-20T00:00'],
      '19 Nov 2026 22:00 to 20 Nov 2026 03:00',
    ],
    [
      { from: String(Date.UTC(2026, 10, 20, 3)), to: '2026-11-20' },
      ['2026-11-20T03:00', '2026-11-20T21:00'],
      '20 Nov 2026, 06:00 to 24:00',
    ],
  ])('%o in Nairobi', (typed, [from, to], text) => {
    expect(utcText(period(typed))).toEqual([from, to])
    expect(periodText(period(typed))).toBe(text)
  })

  test('of the same day differs by zone', () => {
    expect(utcText(period({ period: 'today' }, accra))).toEqual(['2026-11-20T00:00', '2026-11-21T00:00'])
  })

  test.each([
    [{ period: 'yesterday' }, 'period', /one of today, 7d, 30d, month or custom/],
    [{ period: 'custom' }, 'from', /Say where the period begins/],
    [{ to: '2026-11-20' }, 'from', /Say where the period begins/],
    [{ from: '20/11/2026' }, 'from', /a day such as 2026-11-20/],
    [{ from: '2026-02-30' }, 'from', /no day of the calendar/],
    [{ from: '2026-11-20T25' }, 'from', /no day of the calendar/],
    [{ from: '2026-11-20T09:30' }, 'from', /on a whole hour/],
    [{ from: String(now) }, 'from', /on a whole hour/],
    [{ from: '2026-11-20', to: '2026-11-19' }, 'to', /after the beginning, 2026-11-20 00:00/],
    [{ from: '2020-01-01', to: '2026-01-01' }, 'to', /1,100 days at most/],
  ])('%o is refused beside %s', (typed, field, message) => {
    const found = periodOf(typed, now, nairobi)
    expect(found).toMatchObject({ errors: { [field]: [expect.stringMatching(message)] } })
  })
})

describe('the period before', () => {
  test('is as long as what has passed, so that a morning is compared with a morning', () => {
    expect(utcText(previousPeriod(period({ period: 'today' }), now))).toEqual([
      '2026-11-18T21:00',
      '2026-11-19T07:00',
    ])
    expect(utcText(previousPeriod(period({}), now))).toEqual(['2026-11-06T21:00', '2026-11-13T07:00'])
  })

  test('of a month is the same days of the month before', () => {
    const before = previousPeriod(period({ period: 'month' }), now)
    expect(utcText(before)).toEqual(['2026-09-30T21:00', '2026-10-20T07:00'])
  })

  test('of a month that is longer than the one before ends with that', () => {
    const late = Date.UTC(2026, 2, 31, 12)
    const march = periodOf({ period: 'month' }, late, nairobi)
    if ('errors' in march) throw new Error('refused')
    expect(utcText(previousPeriod(march, late))).toEqual(['2026-01-31T21:00', '2026-02-28T21:00'])
  })

  test('of a period that is over is the whole stretch before', () => {
    const over = period({ from: '2026-11-01', to: '2026-11-10' })
    expect(utcText(previousPeriod(over, now))).toEqual(['2026-10-21T21:00', '2026-10-31T21:00'])
  })

  test('can be any other', () => {
    const other = comparedPeriod('2026-10-01,2026-10-31', period({}), now)
    expect(other).toMatchObject({ from: Date.UTC(2026, 8, 30, 21), to: Date.UTC(2026, 9, 31, 21) })
  })

  test.each(['last', '2026-10-01', '2026-10-01,', '2026-10-31,2026-10-01', 'a,b,c'])('is not %s', (typed) => {
    expect(comparedPeriod(typed, period({}), now)).toMatchObject({
      errors: { compare: [expect.any(String)] },
    })
  })
})

describe('the steps of a series', () => {
  test.each([
    ['today', 'auto', 'hour', 24],
    ['7d', 'auto', 'day', 7],
    ['30d', 'week', 'week', 5],
    ['7d', 'hour', 'hour', 168],
  ])('%s by %s', (preset, typed, interval, count) => {
    const of = period({ period: preset })
    const found = intervalOf(typed, of)
    expect(found).toBe(interval)
    if (typeof found !== 'string') return
    const buckets = bucketsOf(of, found)
    expect(buckets).toHaveLength(count)
    expect([buckets[0]?.from, buckets.at(-1)?.to]).toEqual([of.from, of.to])
    buckets.slice(1).forEach((bucket, index) => {
      expect(bucket.from).toBe(buckets[index]?.to)
    })
  })

  test('of a year are weeks, which begin on Mondays of the zone', () => {
    const year = period({ from: '2025-11-20', to: '2026-11-19' })
    expect(intervalOf('auto', year)).toBe('week')
    const [, second] = bucketsOf(year, 'week')
    expect(new Date((second?.from ?? 0) + 3 * hourMs).toUTCString()).toBe('Mon, 24 Nov 2025 00:00:00 GMT')
  })

  test.each([
    ['minute', /must be hour, day, week or auto/],
    ['hour', /31 days are shown at most/],
  ])('are not %s over two months', (typed, message) => {
    const found = intervalOf(typed, period({ from: '2026-09-01', to: '2026-10-31' }))
    expect(found).toMatchObject({ errors: { interval: [expect.stringMatching(message)] } })
  })
})
