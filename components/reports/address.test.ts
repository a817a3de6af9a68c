import { describe, expect, test } from 'vitest'
import type { ReportView } from '@/lib/workspace/reports/views'
import { unsaidOf } from '../address/address'
import { isNarrowed, type Query, reportHref, reportNames, runsBehind } from './address'

const query: Query = unsaidOf(reportNames)

test('a report narrowed to one operation says so in its address, and nothing else', () => {
  expect(reportHref(query, { operation: 'daraja.b2c-v3' })).toBe('/reports?operation=daraja.b2c-v3')
  expect(reportHref({ ...query, period: 'month' }, { kind: 'local' })).toBe(
    '/reports?period=month&kind=local',
  )
})

test.each([
  [{ period: 'month', zone: 'UTC' }, false],
  [{ appKey: 'aaaa' }, true],
])('a report with %j is narrowed: %s', (some, expected) =>
  expect(isNarrowed({ ...query, ...some })).toBe(expected),
)

describe('the runs behind a number', () => {
  const report: Pick<ReportView, 'filters' | 'period'> = {
    filters: {
      kind: 'sandbox',
      system: null,
      environment: null,
      operation: { id: 'daraja.b2c-v3', title: 'B2C' },
      appKey: null,
      origin: null,
    },
    period: { from: 1_000, to: 2_000, zone: { name: 'UTC', offsetMinutes: 0 }, preset: null, text: '' },
  }
  const behind = (...more: Parameters<typeof runsBehind> extends [unknown, ...infer Rest] ? Rest : never) =>
    Object.fromEntries(new URLSearchParams(runsBehind(report, ...more).split('?')[1]))

  test('are those of the whole report', () =>
    expect(behind()).toEqual({
      kind: 'sandbox',
      operation: 'daraja.b2c-v3',
      origin: 'no-case',
      from: '1000',
      to: '1999',
    }))

  test.each([
    ['all', undefined],
    ['software', 'software'],
  ] as const)('counted of %s', (origin, expected) => {
    const filters = { ...report.filters, origin }
    const search = new URLSearchParams(runsBehind({ ...report, filters }).split('?')[1])
    expect(search.get('origin') ?? undefined).toBe(expected)
  })

  test.each([
    [
      { verdict: 'failed', code: '2001' },
      { verdict: 'failed', code: '2001' },
    ],
    [{ code: null }, { code: '-' }],
    [
      { from: 1_200, to: 1_300 },
      { from: '1200', to: '1299' },
    ],
    [
      { outcome: 'unsuccessful', operation: 'daraja.b2b' },
      { outcome: 'unsuccessful', operation: 'daraja.b2b' },
    ],
  ] as const)('narrowed by %j', (more, expected) => expect(behind(more)).toMatchObject(expected))
})
