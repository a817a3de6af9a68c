import { fault, hook, is, matches } from '@/lib/catalogue/go-live-words'
import { called, ownCases, sendAndWait, sent } from './words'

export const queueTimeoutCases = ownCases('queue-timeout', [
  {
    own: 1,
    title: 'Queued and expired',
    kind: 'negative',
    steps: 'Use the queue scenario.',
    expected: '100000000, later notifyQueueTimeout, answered with zeros.',
    proof: 'An exchange with 100000000 and a timeout callback answered with zeros.',
    records: [
      sent('b2c-payment', is('response.body.ResponseCode', '100000000')),
      called('queue-timeout', matches('answer.body.ResultCode', /^0+$/)),
    ],
    against: 'meant',
    play: [
      fault('timeout-instead', { operation: 'g2.b2c-payment' }),
      sendAndWait('b2c-payment', { QueueTimeoutURL: hook('') }),
    ],
  },
])
