import { describe, expect, test } from 'vitest'
import { account, move } from '@/lib/world/ledger'
import { memoryStore } from '@/lib/world/memory'
import type { Organisation, Prompt, Subscriber, Transaction, WorldStore } from '@/lib/world/types'
import { startOfTests, testDeps } from '@/tests/deps'
import { noChanges, sqlStore } from './world-store'

const stores: [name: string, make: () => WorldStore][] = [
  ['memory', memoryStore],
  [
    'SQL',
    () => {
      const deps = testDeps()
      return sqlStore(deps.db, deps.workspaceId, noChanges())
    },
  ],
]

const subscriber: Subscriber = {
  market: 'kenya',
  msisdn: '254700000000',
  name: 'Amina',
  pin: '1234',
  behaviour: { kind: 'person' },
}
const organisation: Organisation = {
  market: 'kenya',
  shortcode: '600000',
  name: 'Test',
  kind: 'paybill',
  validation: false,
  operators: [{ name: 'testapi', password: 'x' }],
}
const transaction = (id: string, change: Partial<Transaction> = {}): Transaction => ({
  id,
  system: 'daraja',
  market: 'kenya',
  kind: 'stk',
  state: 'pending',
  amountCents: 100,
  payer: '254700000000',
  payee: '600000',
  createdAt: startOfTests,
  extra: {},
  ...change,
})
const prompt = (id: string, change: Partial<Prompt> = {}): Prompt => ({
  id,
  system: 'daraja',
  market: 'kenya',
  msisdn: '254700000000',
  transactionId: 'T1',
  payee: '600000',
  payeeName: 'Test',
  amountCents: 100,
  currency: 'KES',
  reference: 'A',
  state: 'open',
  openedAt: startOfTests,
  expiresAt: startOfTests + 60_000,
  ...change,
})
const ids = (list: { id: string }[]) => list.map(({ id }) => id)

describe.each(stores)('the %s store', (_name, make) => {
  test('keeps subscribers and organisations and gives copies of them', () => {
    const store = make()
    store.putSubscriber(subscriber)
    store.putSubscriber({ ...subscriber, msisdn: '254700000001' })
    store.putSubscriber({ ...subscriber, name: 'Amina Njoroge' })
    store.putOrganisation(organisation)
    const found = store.subscriber('kenya', '254700000000')
    expect(found?.name).toBe('Amina Njoroge')
    if (found) found.name = 'changed'
    expect(store.subscribers('kenya').map(({ name }) => name)).toEqual(['Amina Njoroge', 'Amina'])
    expect(store.subscribers('ghana')).toEqual([])
    expect(store.organisation('kenya', '600000')).toEqual(organisation)
    expect(store.organisation('kenya', '600001')).toBeUndefined()
  })

  test('posts both sides of a movement, and nothing when the payer is short', () => {
    const store = make()
    const from = account('kenya', 'issuer', 'issuer')
    const to = account('kenya', '254700000000', 'customer')
    const third = account('kenya', '600000', 'utility')
    store.post('T1', [{ from, to, cents: 500 }], startOfTests)
    expect(move({ store, now: startOfTests }, 'T2', to, third, 501)).toEqual({
      kind: 'short',
      availableCents: 500,
    })
    expect(move({ store, now: startOfTests }, 'T2', to, third, 200)).toEqual({ kind: 'moved' })
    expect([from, to, third].map((one) => store.balance(one))).toEqual([-500, 300, 200])
    expect(() => move({ store, now: startOfTests }, 'T3', to, third, 0.5)).toThrow(RangeError)
  })

  test('finds transactions by receipt, by any id and by party, newest first', () => {
    const store = make()
    store.putTransaction(transaction('T1', { checkoutId: 'ws_1', merchantRequestId: 'm-1' }))
    store.putTransaction(
      transaction('T2', {
        conversationId: 'AG_1',
        originatorConversationId: 'mine',
        createdAt: startOfTests + 1,
      }),
    )
    store.putTransaction(transaction('T3', { payer: '600000', payee: '600001', createdAt: startOfTests + 2 }))
    store.putTransaction(
      transaction('T1', {
        checkoutId: 'ws_1',
        merchantRequestId: 'm-1',
        receipt: 'UKK1',
        state: 'completed',
      }),
    )
    expect(store.transaction('T1')?.state).toBe('completed')
    expect(store.transactionByReceipt('UKK1')?.id).toBe('T1')
    expect(['ws_1', 'm-1', 'AG_1', 'mine', 'none'].map((key) => store.transactionByKey(key)?.id)).toEqual([
      'T1',
      'T1',
      'T2',
      'T2',
      undefined,
    ])
    expect(ids(store.transactionsOf('600000', 10))).toEqual(['T3', 'T2', 'T1'])
    expect(ids(store.transactionsOf('600000', 2))).toEqual(['T3', 'T2'])
    expect(ids(store.transactionsBetween(startOfTests, startOfTests + 1))).toEqual(['T2', 'T1'])
    expect(ids(store.transactionsBetween(0, startOfTests + 9, '600001'))).toEqual(['T3'])
  })

  test('lists open prompts of all phones or one, and the history of one', () => {
    const store = make()
    store.putPrompt(prompt('P1'))
    store.putPrompt(prompt('P2', { openedAt: startOfTests + 5 }))
    store.putPrompt(prompt('P3', { msisdn: '254700000001', openedAt: startOfTests + 9 }))
    store.putPrompt(prompt('P1', { state: 'paid' }))
    expect(ids(store.openPrompts())).toEqual(['P2', 'P3'])
    expect(ids(store.openPrompts('254700000001'))).toEqual(['P3'])
    expect(ids(store.promptsOf('254700000000', 10))).toEqual(['P2', 'P1'])
    expect(store.prompt('P1')?.state).toBe('paid')
  })

  test('keeps records by collection and key', () => {
    const store = make()
    const put = (key: string, value: number) =>
      store.putRecord({ collection: 'pull', key, value, updatedAt: startOfTests })
    put('b', 1)
    put('a', 2)
    put('b', 3)
    expect(store.records('pull').map(({ key, value }) => [key, value])).toEqual([
      ['a', 2],
      ['b', 3],
    ])
    store.removeRecord('pull', 'a')
    expect(store.record('pull', 'a')).toBeUndefined()
    expect(store.record('pull', 'b')).toMatchObject({ value: 3, updatedAt: startOfTests })
    expect(store.records('other')).toEqual([])
  })

  test('keeps access tokens by their hash', () => {
    const store = make()
    const value = { appId: 'app-1', system: 'daraja', expiresAt: startOfTests + 1000 }
    store.putRecord({ collection: 'tokens', key: 'hash', value, updatedAt: startOfTests })
    expect(store.record('tokens', 'hash')?.value).toEqual(value)
    expect(store.record('tokens', 'other')).toBeUndefined()
  })
})

test('a transaction that ends is news, also where no money moved', () => {
  const deps = testDeps()
  const news = (state: Transaction['state']) => {
    const changes = noChanges()
    sqlStore(deps.db, deps.workspaceId, changes).putTransaction(transaction('T1', { state }))
    return changes.isMoved
  }
  expect(news('pending')).toBe(false)
  expect(news('failed')).toBe(true)
  expect(news('cancelled')).toBe(true)
})
