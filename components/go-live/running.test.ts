import { expect, test } from 'vitest'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { JobView } from '@/lib/workspace/go-live/views'
import { aCase } from '@/tests/go-live-views'
import { asksFirst, whyNotRun } from './running'

const sheetOf = (kind: EnvironmentKind, state?: JobView['state']) => ({
  environment: { kind },
  job: state ? { state } : null,
})
const impossible = aCase({ play: { isPossible: false, why: 'A person enters the PIN.' } })

test.each([
  ['in the local sandbox it can be run', sheetOf('local'), aCase(), null],
  ['in a provider’s sandbox too', sheetOf('sandbox'), aCase(), null],
  ['nothing is sent to production', sheetOf('production'), aCase(), /^Nothing is run against production/],
  ['one job at a time', sheetOf('local', 'running'), aCase(), /^Other cases are being run/],
  ['a job that waits is one too', sheetOf('local', 'paused'), aCase(), /^Other cases are being run/],
  ['a finished job hinders nobody', sheetOf('local', 'done'), aCase(), null],
  ['what takes a person says so', sheetOf('local'), impossible, /^A person enters the PIN/],
])('a case: %s', (_, sheet, each, expected) => {
  const why = whyNotRun(sheet, each)
  if (expected === null) expect(why).toBeNull()
  else expect(why).toMatch(expected)
})

test.each([
  ['local', 20, false],
  ['sandbox', 1, false],
  ['sandbox', 2, true],
] as const)('before %s runs %i cases somebody is asked: %s', (kind, cases, expected) =>
  expect(asksFirst(sheetOf(kind), cases)).toBe(expected),
)
