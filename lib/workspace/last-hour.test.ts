import { beforeEach, expect, test } from 'vitest'
import { type TestDeps, testDeps } from '@/tests/deps'
import { lastHour } from './last-hour'

let deps: TestDeps
beforeEach(() => {
  deps = testDeps()
})

test('an hour without runs has twelve empty steps', () => {
  const hour = lastHour(deps, deps.actor())
  expect(hour).toMatchObject({ runs: 0, paid: [] })
  expect(hour.spans).toHaveLength(12)
  expect(hour.spans.every(({ good, bad, open }) => good + bad + open === 0)).toBe(true)
})
