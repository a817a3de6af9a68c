import { afterEach, expect, test, vi } from 'vitest'
import { account, mint } from '@/lib/world/ledger'
import { type TestDeps, testDeps } from '@/tests/deps'
import { changeWorld } from './world'

afterEach(() => {
  vi.useRealTimers()
})

const told = (deps: TestDeps) => deps.announced().filter(({ type }) => type === 'world').length

test('many movements in a moment are told at its beginning and once at its end', () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  const deps = testDeps()
  const move = (id: string) =>
    changeWorld(deps, deps.workspaceId, (world) =>
      mint(world, id, account('kenya', '254700000000', 'customer'), 100),
    )
  move('a')
  expect(told(deps)).toBe(1)
  for (const id of ['b', 'c', 'd']) move(id)
  expect(told(deps)).toBe(1)
  vi.advanceTimersByTime(500)
  expect(told(deps)).toBe(2)
  vi.advanceTimersByTime(5000)
  expect(told(deps)).toBe(2)
  move('e')
  expect(told(deps)).toBe(3)
})
