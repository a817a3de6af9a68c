import { expect, test, vi } from 'vitest'
import { ofDatabase, ofProcess } from './process-state'

test('a state is made once, at first use', () => {
  const make = vi.fn(() => ({ count: 0 }))
  const state = ofProcess('test-once', make)
  expect(make).not.toHaveBeenCalled()
  state().count += 1
  expect(state().count).toBe(1)
  expect(make).toHaveBeenCalledTimes(1)
})

test('another module graph of the process finds the same state under its name', async () => {
  const first = ofProcess('test-shared', () => ({ by: 'first' }))
  expect(first().by).toBe('first')
  vi.resetModules()
  const other = await import('./process-state')
  expect(other.ofProcess).not.toBe(ofProcess)
  expect(other.ofProcess('test-shared', () => ({ by: 'second' }))()).toBe(first())
})

test('each database has a state of its own', () => {
  const state = ofDatabase('test-database', () => ({ count: 0 }))
  const one = { db: { $client: {} } }
  const two = { db: { $client: {} } }
  state(one).count += 1
  expect(state(one).count).toBe(1)
  expect(state(two).count).toBe(0)
})
