import { describe, expect, test } from 'vitest'
import { systems } from '@/lib/systems'
import type { WireMessage } from '@/lib/wire/types'
import { acceptance, captureAnswer } from './capture-answers'
import { glanceAtMessage, understandMessage } from './understand-message'

const messageOf = (body: Uint8Array | string | object, path = '/hook/local'): WireMessage => ({
  method: 'POST',
  path,
  query: '',
  headers: [['Content-Type', 'application/json']],
  body:
    typeof body === 'string' || body instanceof Uint8Array
      ? Buffer.from(body)
      : Buffer.from(JSON.stringify(body)),
  remoteAddress: '127.0.0.1',
})

const stk = { MerchantRequestID: 'M-1', CheckoutRequestID: 'ws_CO_1', ResultCode: 0, ResultDesc: 'Paid' }
const result = { ResultType: 0, ResultCode: 0, ConversationID: 'AG_1', OriginatorConversationID: 'o-1' }
const notice = { TransID: 'UKK4T9W2QX', TransAmount: '10.00', BusinessShortCode: '600000' }

const examples = systems.flatMap(({ callbacks }) =>
  Object.values(callbacks).map(({ example: { body, path } }): [string, WireMessage] => [
    `${path ?? ''} ${JSON.stringify(body).slice(0, 60)}`,
    messageOf(body as object, `/hook/local${path ?? ''}`),
  ]),
)
const odd: [string, WireMessage][] = [
  ['an empty wrapper', messageOf({ Body: { stkCallback: {} } })],
  ['a wrapper that is none', messageOf({ Body: { stkCallback: 'x' }, ...notice })],
  [
    'a wrapper given twice',
    messageOf(`{"Body":{"stkCallback":{}},"Body":1,"TransID":"U","TransAmount":1,"BusinessShortCode":"6"}`),
  ],
  ['a wrapper beside a notice', messageOf({ Body: { stkCallback: stk }, ...notice })],
  ['a result beside a notice', messageOf({ Result: result, ...notice })],
  ['a result beside a bare checkout', messageOf({ Result: result, ...stk })],
  ['an empty result', messageOf({ Result: {} })],
  [
    'a result at the address of time-outs',
    messageOf({ Result: { ...result, ResultCode: 1 } }, '/hook/local/timeout'),
  ],
  ['a success at the address of time-outs', messageOf({ Result: result }, '/hook/local/timeout')],
  [
    'a result that says so',
    messageOf({ Result: { ...result, ResultCode: 1, ResultDesc: 'timed out in the queue' } }),
  ],
  [
    'letters of another script',
    messageOf(
      Buffer.from(
        '{"Body":{"stkCallback":{"ResultCode":1,"CheckoutRequestID":"w","ResultDesc":"n\xe3o"}}}',
        'latin1',
      ),
    ),
  ],
  ['broken JSON', messageOf('{"Body":{"stkCallback":{"ResultCode":0')],
  ['nothing', messageOf('')],
]

describe('a glance', () => {
  test.each([...examples, ...odd])('answers and tells as a whole look does: %s', (_, message) => {
    const glanced = glanceAtMessage(message)
    const whole = understandMessage(message)
    if (!glanced) return
    expect(glanced.understand()).toEqual(whole)
    for (const validation of ['accept', 'silent', 'C2B00012'])
      expect(captureAnswer('POST', whole, validation)).toEqual(glanced.answer)
    expect(acceptance('OPTIONS', whole)).toEqual(glanced.answer)
  })

  test('is enough for what comes most often', () => {
    for (const body of [{ Body: { stkCallback: stk } }, { Result: result }])
      expect(glanceAtMessage(messageOf(body))?.answer).toMatchObject({ status: 200 })
  })

  test('is not enough where the words have a part in the answer, nor for what is long', () => {
    expect(glanceAtMessage(messageOf(notice, '/hook/local/validation'))).toBeUndefined()
    const long = { Body: { stkCallback: { ...stk, ResultDesc: 'x'.repeat(10_000) } } }
    expect(glanceAtMessage(messageOf(long))).toBeUndefined()
  })
})
