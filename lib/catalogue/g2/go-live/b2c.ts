import { fresh, is, isSameAs, matches, readStrictly } from '@/lib/catalogue/go-live-words'
import { accepted, result } from './proofs'
import { ownCases, send, sendAndWait, sent } from './words'

const fails = (why: string, code: string) => ({
  title: `B2C fails: ${why}`,
  kind: 'negative' as const,
  steps: `Provoke ${why}.`,
  expected: `Result ${code}.`,
  proof: `A result with ${code}.`,
  records: [sent('b2c-payment'), result(code)],
})

export const b2cCases = ownCases('b2c', [
  {
    own: 1,
    title: 'BusinessPayment succeeds',
    steps: 'Send a valid request.',
    expected: 'Response 0, result 0 with TransactionReceipt, answer zeros.',
    proof: 'An accepted exchange, a result with 0 and an acknowledgement of zeros.',
    records: [sent('b2c-payment', accepted), result('0', matches('answer.body.ResponseCode', /^0+$/))],
    play: [sendAndWait('b2c-payment')],
  },
  {
    own: 2,
    ...fails('insufficient funds', '1'),
    play: [sendAndWait('b2c-payment', { 'ReceiverParty.Identifier': '254700000001' })],
  },
  {
    own: 3,
    ...fails('unknown recipient', '7'),
    play: [sendAndWait('b2c-payment', { 'ReceiverParty.Identifier': '12345' })],
  },
  {
    own: 4,
    ...fails('duplicate OriginatorConversationID', '15'),
    records: [
      sent('b2c-payment', accepted),
      sent(
        'b2c-payment',
        isSameAs('request.body.OriginatorConversationID', 'first.request.body.OriginatorConversationID'),
      ),
      result('15'),
    ],
    play: [sendAndWait('b2c-payment', { OriginatorConversationID: fresh(20) }, { times: 2 })],
  },
  {
    own: 5,
    ...fails('stale Timestamp', '19'),
    play: [readStrictly, sendAndWait('b2c-payment', { Timestamp: '2015-01-01T10:30:00.0000000Z' })],
  },
  {
    own: 6,
    ...fails('unknown CommandID', '29'),
    play: [sendAndWait('b2c-payment', { CommandID: 'NoSuchCommand' })],
  },
  {
    own: 7,
    title: 'Schema error',
    kind: 'negative',
    steps: 'Leave Identity out.',
    expected: 'Response 23.',
    proof: 'An exchange with 23.',
    records: [sent('b2c-payment', is('response.body.ResponseCode', '23'))],
    play: [send('b2c-payment', { CommandID: null })],
  },
])
