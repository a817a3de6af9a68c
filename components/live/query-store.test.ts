import { expect, test } from 'vitest'
import { queryLibrary } from './query-library'
import { createQueryStore } from './query-store'

/** A library that comes when the test says so, and pauses that end when it says so. */
const made = () => {
  const asked: { come: () => void; fail: () => void }[] = []
  const pauses: { ms: number; fn: () => void }[] = []
  const store = createQueryStore(
    () =>
      new Promise((resolve, reject) => {
        asked.push({ come: () => resolve(queryLibrary), fail: () => reject(new Error('offline')) })
      }),
    (ms, fn) => pauses.push({ ms, fn }),
  )
  return { store, asked, pauses }
}

const settle = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

const key = ['runs'] as const

test('what is changed before the library is here lands on what the screens began with, in order', async () => {
  const { store, asked, pauses } = made()
  store.fetch()
  store.queries.setQueryData<string[]>(key, (before) => [...(before ?? []), 'first'])
  store.queries.setQueryData<string[]>(key, (before) => [...(before ?? []), 'second'])
  expect(store.queries.getQueryData(key)).toBeUndefined()

  const stop = store.subscribe(() => {
    const here = store.now()
    if (here) new here.kit.QueryObserver(here.client, { queryKey: key, initialData: ['drawn'] })
  })
  asked[0]?.come()
  await settle()
  expect(store.queries.getQueryData(key)).toEqual(['drawn'])

  pauses[0]?.fn()
  await settle()
  expect(store.queries.getQueryData(key)).toEqual(['drawn', 'first', 'second'])
  stop()
  store.now()?.client.clear()
})

test('what is asked between the arrival and the first reading waits for its turn', async () => {
  const { store, asked, pauses } = made()
  store.fetch()
  store.queries.setQueryData(key, 'first')
  asked[0]?.come()
  await settle()
  store.queries.setQueryData(key, 'second')
  pauses[0]?.fn()
  await settle()
  store.queries.setQueryData(key, 'third')
  expect(store.queries.getQueryData(key)).toBe('third')
  store.now()?.client.clear()
})

test('a reading asked for early is answered once the library is here', async () => {
  const { store, asked, pauses } = made()
  store.fetch()
  const read = store.queries.fetchQuery({ queryKey: key, queryFn: async () => 'read' })
  asked[0]?.come()
  await settle()
  pauses[0]?.fn()
  expect(await read).toBe('read')
  store.now()?.client.clear()
})

test('the library is fetched once, and again when it could not be', async () => {
  const { store, asked, pauses } = made()
  store.fetch()
  store.fetch()
  expect(asked).toHaveLength(1)
  asked[0]?.fail()
  await settle()
  expect(store.now()).toBeUndefined()
  pauses[0]?.fn()
  expect(asked).toHaveLength(2)
  asked[1]?.come()
  await settle()
  expect(store.now()).toBeDefined()
  store.fetch()
  expect(asked).toHaveLength(2)
  store.now()?.client.clear()
})
