import { anyOf, is, isOneOf, letPass, secondsAgo } from '@/lib/catalogue/go-live-words'
import { billIsPaid } from './plays'
import { ownCases, send, sent } from './words'

export const pullTransactionsCases = ownCases('pull-transactions', [
  {
    own: 1,
    title: 'Register for pull',
    steps: 'Register the short code.',
    expected: '1000 or 1001 (already registered).',
    proof: 'A register exchange with 1000 or 1001.',
    records: [
      sent(
        'pull-register',
        anyOf(
          [isOneOf('response.body.ResponseStatus', 1000, 1001)],
          [isOneOf('response.body.ResponseCode', 1000, 1001)],
        ),
      ),
    ],
    play: [send('pull-register')],
  },
  {
    own: 2,
    title: 'Pull a period with payments',
    steps: 'Query a period of the last 48 hours.',
    expected: '1000 and a list.',
    proof: 'A query exchange with 1000.',
    records: [sent('pull-query', is('response.body.ResponseCode', 1000))],
    play: [
      send('pull-register'),
      billIsPaid,
      letPass(5),
      send('pull-query', { StartDate: secondsAgo(86400), EndDate: secondsAgo(0) }),
    ],
  },
  {
    own: 3,
    title: 'Pull a period without payments',
    kind: 'negative',
    steps: 'Query an empty period.',
    expected: '1001 and an empty list.',
    proof: 'A query exchange with 1001.',
    records: [sent('pull-query', is('response.body.ResponseCode', 1001))],
    play: [
      send('pull-register'),
      send('pull-query', { StartDate: secondsAgo(172000), EndDate: secondsAgo(171900) }),
    ],
  },
])
