import { describe, expect, test } from 'vitest'
import type { Condition, EvidenceRecord, PlayStep, PlayValue } from './go-live'
import {
  answerPrompt,
  anyOf,
  doesNotMatch,
  fault,
  fresh,
  from,
  has,
  is,
  isBetween,
  isEmpty,
  isNoneOf,
  isOneOf,
  lacks,
  matches,
  onlyByHand,
  wordsOf,
} from './go-live-words'

const { awaitCallback, called, ownCases, send, sendAndWait, sent, sentAny, sheetCases, silence } =
  wordsOf<'result'>('toy', 'toy-api')

describe('a word', () => {
  const conditions: [string, Condition, Condition][] = [
    ['is', is('a', 1), { field: 'a', op: 'equals', value: 1 }],
    ['isOneOf', isOneOf('a', 1, 'x'), { field: 'a', op: 'in', value: [1, 'x'] }],
    ['isNoneOf', isNoneOf('a', 0), { field: 'a', op: 'notIn', value: [0] }],
    ['has', has('a'), { field: 'a', op: 'exists', value: true }],
    ['lacks', lacks('a'), { field: 'a', op: 'exists', value: false }],
    ['isEmpty', isEmpty('a'), { field: 'a', op: 'empty', value: true }],
    ['isBetween', isBetween('a', 1, 9), { field: 'a', op: 'between', value: [1, 9] }],
    ['matches', matches('a', /^https:\/\/\d/), { field: 'a', op: 'matches', value: '^https://\\d' }],
    [
      'doesNotMatch, in any case',
      doesNotMatch('a', /x/i),
      { field: 'a', op: 'notMatches', value: 'x', ignoreCase: true },
    ],
    [
      'anyOf',
      anyOf([has('a')], [has('b'), lacks('c')]),
      { op: 'anyOf', any: [[has('a')], [has('b'), lacks('c')]] },
    ],
  ]
  test.each(conditions)('%s makes a condition', (_, made, plain) => expect(made).toStrictEqual(plain))

  const records: [string, EvidenceRecord, EvidenceRecord][] = [
    ['sent', sent('pay', has('a')), { record: 'exchange', operations: ['toy.pay'], where: [has('a')] }],
    [
      'sent, with a named proof among its conditions',
      sent('pay', has('a'), [has('b'), has('c')]),
      { record: 'exchange', operations: ['toy.pay'], where: [has('a'), has('b'), has('c')] },
    ],
    [
      'sent, of several',
      sent(['pay', 'ask']),
      { record: 'exchange', operations: ['toy.pay', 'toy.ask'], where: [] },
    ],
    ['sentAny', sentAny(has('a')), { record: 'exchange', where: [has('a')] }],
    ['called', called('result', has('a')), { record: 'callback', kinds: ['result'], where: [has('a')] }],
    [
      'silence',
      silence('result', 60),
      { record: 'absence', kinds: ['result'], withinSeconds: 60, where: [] },
    ],
  ]
  test.each(records)('%s makes a record', (_, made, plain) => expect(made).toStrictEqual(plain))

  const steps: [string, PlayStep | PlayValue, PlayStep | PlayValue][] = [
    ['send', send('pay'), { do: 'send', operation: 'toy.pay' }],
    [
      'send, with changes',
      send('pay', { to: null }, { times: 2 }),
      { do: 'send', operation: 'toy.pay', values: { to: null }, times: 2 },
    ],
    [
      'sendAndWait',
      sendAndWait('pay', { to: from('first', 'receipt') }, { as: 'second' }),
      {
        do: 'send',
        operation: 'toy.pay',
        values: { to: { $from: 'first', take: 'receipt' } },
        as: 'second',
        wait: 'verdict',
      },
    ],
    ['awaitCallback', awaitCallback('result', 'paid'), { do: 'await-callback', kind: 'result', as: 'paid' }],
    ['answerPrompt', answerPrompt('cancel'), { do: 'answer-prompt', answer: { answer: 'cancel' } }],
    ['fault', fault('duplicate'), { do: 'fault', name: 'duplicate' }],
    ['fresh', fresh(20, 'JR-'), { $fresh: 20, prefix: 'JR-' }],
  ]
  test.each(steps)('%s makes a step', (_, made, plain) => expect(made).toStrictEqual(plain))
})

describe('a row', () => {
  const row = { title: 'Pays', steps: 'Pay.', expected: 'Paid.', proof: 'A call.', records: [sent('pay')] }

  test('of the workbook is a case that knows its sheet, its row and its subject', () => {
    expect(sheetCases({ sheet: 'Pay Out', api: 'pay' }, { Functions: [{ row: 4, ...row }] })).toStrictEqual([
      {
        id: 'toy-api-pay-out-r04',
        system: 'toy',
        api: 'pay',
        source: 'sheet',
        sheet: 'Pay Out',
        row: 4,
        subject: 'Functions',
        title: 'Pays',
        kind: 'success',
        steps: ['Pay.'],
        expected: 'Paid.',
        evidence: { text: 'A call.', records: [sent('pay')] },
      },
    ])
  })

  test('of ours is a case under its own number', () => {
    const or = [[sent('ask')]]
    expect(ownCases('pay', [{ own: 12, ...row, kind: 'negative', or }])).toMatchObject([
      { id: 'toy-api-pay-d12', source: 'derived', kind: 'negative', evidence: { or } },
    ])
  })

  test('that only a person can tell says why, to the judge and beside the cell', () => {
    const why = 'A step on the portal.'
    expect(onlyByHand(why)).toEqual({ records: [{ record: 'manual', why }], byHand: why })
  })
})
