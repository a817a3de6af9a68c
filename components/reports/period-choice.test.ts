import { expect, test } from 'vitest'
import { comparedDays, comparisonIn, periodIn, queryOfComparison, queryOfPeriod } from './period-choice'

const nothing = { from: '', to: '' }
const onScreen = { from: '2026-11-14', to: '2026-11-20' }
const own = { from: '2026-10-01', to: '2026-10-31' }

test.each([
  [{ period: '', ...nothing }, '7d'],
  [{ period: 'month', ...nothing }, 'month'],
  [{ period: 'year', ...nothing }, '7d'],
  [{ period: '', from: '2026-11-01', to: '' }, 'custom'],
  [{ period: 'today', from: '2026-11-01', to: '' }, 'today'],
])('an address with %j shows the period %s', (query, name) => expect(periodIn(query)).toBe(name))

test.each([
  ['the usual period is not said', '7d', nothing, { period: '', ...nothing }],
  ['another one is', 'month', own, { period: 'month', ...nothing }],
  ['a custom one begins with the days on screen', 'custom', nothing, { period: 'custom', ...onScreen }],
  ['days that were chosen before stay', 'custom', own, { period: 'custom', ...own }],
] as const)('%s', (_, name, query, expected) =>
  expect(queryOfPeriod(name, query, onScreen)).toEqual(expected),
)

test.each([
  ['', 'none', nothing],
  ['previous', 'previous', nothing],
  ['2026-10-01,2026-10-31', 'other', own],
  ['2026-10-01,', 'other', { from: '2026-10-01', to: '' }],
])('compared with "%s" means %s', (compare, name, days) => {
  expect(comparisonIn({ compare })).toBe(name)
  expect(comparedDays({ compare })).toEqual(days)
})

test.each([
  ['none', ''],
  ['previous', 'previous'],
  ['other', '2026-11-14,2026-11-20'],
])('choosing to compare with %s is said as "%s"', (name, compare) =>
  expect(queryOfComparison(name, onScreen)).toEqual({ compare }),
)
