import { expect, test } from 'vitest'
import { systems } from '@/lib/systems'
import { assign, assignmentOf, leavesOf } from './leaves'

const set = (message: string, ...texts: string[]) =>
  assign(
    message,
    texts.map((text) => assignmentOf(text) ?? { path: '', value: '', isRaw: false }),
  )

const stk = JSON.stringify({
  Body: {
    stkCallback: {
      ResultCode: 0,
      CallbackMetadata: { Item: [{ Name: 'Amount', Value: 1 }, { Name: 'Balance' }] },
      note: null,
    },
  },
})

test('a value is named by its path, or by the end of it', () => {
  expect(set(stk, 'Body.stkCallback.ResultCode=1032', 'Amount=75')).toEqual({
    kind: 'done',
    message: stk.replace('"ResultCode":0', '"ResultCode":1032').replace('"Value":1', '"Value":75'),
  })
})

test('numbers stay numbers and texts stay texts, unless JSON is given', () => {
  expect(set('{"a":1,"b":"1"}', 'a=2', 'b=2')).toMatchObject({ message: '{"a":2,"b":"2"}' })
  expect(set('{"a":1}', 'a=two')).toMatchObject({ message: '{"a":"two"}' })
  expect(set('{"b":"1"}', 'b:=[1]')).toMatchObject({ message: '{"b":[1]}' })
  expect(set('{"b":"1"}', 'b:=oops')).toEqual({ kind: 'no-json', path: 'b', value: 'oops' })
  expect(set('{"b":"1"}', 'b=a=b "c"')).toMatchObject({ message: '{"b":"a=b \\"c\\""}' })
})

test('what is not there is refused with what is', () => {
  expect(set(stk, 'ResultKode=1')).toEqual({
    kind: 'unknown',
    path: 'ResultKode',
    isMany: false,
    paths: [
      'Body.stkCallback.ResultCode',
      'Body.stkCallback.CallbackMetadata.Item.Amount',
      'Body.stkCallback.note',
    ],
  })
})

test('what could be several is refused with which', () => {
  expect(set('{"a":{"x":1},"b":{"x":2}}', 'x=3')).toMatchObject({ isMany: true, paths: ['a.x', 'b.x'] })
})

test('elements are named without prefixes, parameters by their keys, also in a document inside of a document', () => {
  const xml =
    '<e:Envelope xmlns:e="u"><e:Body><m><![CDATA[<?xml version="1.0"?><Result><Code>0</Code><P><Key>Amount</Key><Value>5</Value></P><Note/></Result>]]></m></e:Body></e:Envelope>'
  expect(leavesOf(xml).map(({ path }) => path)).toEqual([
    'Envelope.Body.m.Result.Code',
    'Envelope.Body.m.Result.P.Key',
    'Envelope.Body.m.Result.P.Amount',
  ])
  expect(set(xml, 'Amount=7', 'Code=<1>')).toMatchObject({
    message: xml.replace('<Value>5<', '<Value>7<').replace('<Code>0<', '<Code>&lt;1&gt;<'),
  })
})

test('every value of every kind’s example can be named by its whole path', () => {
  for (const { id, callbacks } of systems) {
    for (const [kind, { example }] of Object.entries(callbacks)) {
      const message = typeof example.body === 'string' ? example.body : JSON.stringify(example.body)
      const leaves = leavesOf(message)
      expect(leaves.length, `${id}.${kind}`).toBeGreaterThan(1)
      for (const { path } of leaves.filter(({ type }) => type !== 'xml')) {
        expect(set(message, `${path}=7`), `${id}.${kind} ${path}`).toHaveProperty('kind', 'done')
      }
    }
  }
})

test.each(['', 'no json', '<a', '{"a":', '[]', '7', '<a>'])('of %j nothing can be set', (message) => {
  expect(set(message, 'x=1')).toHaveProperty('kind', 'unknown')
})
