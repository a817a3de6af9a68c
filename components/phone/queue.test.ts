import { expect, test } from 'vitest'
import type { PromptView } from '@/lib/workspace/views'
import { applyPrompt, countdownWords, shareLeft, startQueue } from './queue'

const prompt = (id: string, openedAt: number, more: Partial<PromptView> = {}): PromptView => ({
  id,
  system: 'daraja',
  operator: 'Safaricom',
  msisdn: '254700000000',
  payee: '174379',
  payeeName: 'Test shop',
  payerName: 'You',
  amountCents: 100,
  currency: 'KES',
  reference: 'INV-1',
  state: 'open',
  openedAt,
  expiresAt: openedAt + 60_000,
  forPerson: true,
  ...more,
})
const ids = (list: PromptView[]) => list.map((each) => each.id)

test('prompts wait in the order in which they came', () => {
  expect(ids(startQueue([prompt('b', 2), prompt('a', 1), prompt('c', 3)]))).toEqual(['a', 'b', 'c'])
})

test('only phones that wait for a person appear', () => {
  expect(startQueue([prompt('a', 1, { forPerson: false })])).toEqual([])
})

test.each(['paid', 'wrong-pin', 'cancelled', 'expired', 'failed'] as const)(
  'a prompt that is %s leaves the queue',
  (state) => {
    const waiting = startQueue([prompt('a', 1), prompt('b', 2)])
    expect(ids(applyPrompt(waiting, prompt('a', 1, { state })))).toEqual(['b'])
  },
)

test('the same prompt told twice waits once', () => {
  expect(ids(applyPrompt([prompt('a', 1)], prompt('a', 1)))).toEqual(['a'])
})

test.each([
  [58_000, '58 seconds left'],
  [57_001, '58 seconds left'],
  [1000, '1 second left'],
  [65_000, '1 minute 5 seconds left'],
  [120_000, '2 minutes left'],
  [0, 'time is up'],
  [-5, 'time is up'],
])('%i ms are %s', (ms, words) => expect(countdownWords(ms)).toBe(words))

test.each([
  [0, 1],
  [30_000, 0.5],
  [60_000, 0],
  [90_000, 0],
])('after %i ms the share that is left is %d', (now, share) => {
  expect(shareLeft({ openedAt: 0, expiresAt: 60_000 }, now)).toBe(share)
})
