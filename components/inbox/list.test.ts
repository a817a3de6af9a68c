import { expect, test } from 'vitest'
import type { CallbackSummary } from '@/lib/workspace/views'
import { appendOlder, mergeNewest } from './list'

const callback = (id: number, sentence = ''): CallbackSummary => ({
  id,
  inbox: 'local',
  receivedAt: id,
  method: 'POST',
  path: '/hook/local',
  kind: 'unknown',
  kindTitle: 'Unknown',
  joins: null,
  system: null,
  sentence,
  outcome: null,
  code: null,
  receipt: null,
  msisdn: null,
  amountCents: null,
  currency: null,
  reference: null,
  runId: null,
  duplicateOf: null,
  timing: 'usual',
  bodyBytes: 0,
  contentType: '',
})
const ids = (list: CallbackSummary[]) => list.map((each) => each.id)
const list = [9, 7, 5].map((id) => callback(id))

test.each([
  ['one that is new goes to the top', [callback(10)], [10, 9, 7, 5]],
  ['several that are new stand newest first', [callback(10), callback(12)], [12, 10, 9, 7, 5]],
  ['one that comes late finds its place', [callback(8)], [9, 8, 7, 5]],
  ['one that is known stays one', [callback(7)], [9, 7, 5]],
])('%s', (_, arrived, expected) => expect(ids(mergeNewest(list, arrived))).toEqual(expected))

test('a newer reading replaces the older one', () => {
  expect(mergeNewest(list, [callback(7, 'Paid')])[1]?.sentence).toBe('Paid')
})

test('an older page is added below without what is there', () => {
  expect(ids(appendOlder(list, [callback(5), callback(4), callback(1)]))).toEqual([9, 7, 5, 4, 1])
})
