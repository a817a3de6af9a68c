import { arrange, isOneOf } from '@/lib/catalogue/go-live-words'
import { ownCases, send, sentAny } from './words'

export const limitsCases = ownCases('limits', [
  {
    own: 1,
    title: 'Single transaction limit',
    kind: 'negative',
    steps: 'Send one payment above the limit of the application.',
    expected: 'Refused until a new session key is made or the limit window ends.',
    proof: 'An exchange refused for a limit.',
    records: [sentAny(isOneOf('response.body.output_ResponseCode', 'INS-995', 'INS-992'))],
    play: [
      arrange({ products: { 'c2b-single-stage': { isOn: true, singleCents: 500 } } }),
      send('c2b-single-stage', { input_Amount: '10' }),
    ],
  },
  {
    own: 2,
    title: 'Daily value limit',
    kind: 'negative',
    steps: 'Send payments until their sum passes the daily limit.',
    expected: 'Refused until a new session key is made or the limit window ends.',
    proof: 'An exchange refused for a limit.',
    records: [sentAny(isOneOf('response.body.output_ResponseCode', 'INS-994', 'INS-992'))],
    play: [
      arrange({ products: { 'c2b-single-stage': { isOn: true, dailyCents: 500 } } }),
      send('c2b-single-stage', { input_Amount: '10' }),
    ],
  },
  {
    own: 3,
    title: 'Number of transactions limit',
    kind: 'negative',
    steps: 'Send one payment more than allowed.',
    expected: 'Refused until a new session key is made or the limit window ends.',
    proof: 'An exchange refused for a limit.',
    records: [sentAny(isOneOf('response.body.output_ResponseCode', 'INS-993', 'INS-992'))],
    play: [
      arrange({ products: { 'c2b-single-stage': { isOn: true, dailyCount: 0 } } }),
      send('c2b-single-stage'),
    ],
  },
  {
    own: 4,
    title: 'Usage time',
    kind: 'negative',
    steps: 'Call outside the allowed hours.',
    expected: 'Refused until a new session key is made or the limit window ends.',
    proof: 'An exchange refused for a limit.',
    records: [sentAny(isOneOf('response.body.output_ResponseCode', 'INS-996', 'INS-992'))],
    play: [
      arrange({ products: { 'c2b-single-stage': { isOn: true, from: '00:00', until: '00:00' } } }),
      send('c2b-single-stage'),
    ],
  },
  {
    own: 5,
    title: 'Customer daily limit',
    kind: 'negative',
    steps: 'Pass the daily value for one customer.',
    expected: 'Refused until a new session key is made or the limit window ends.',
    proof: 'An exchange refused for a limit.',
    records: [sentAny(isOneOf('response.body.output_ResponseCode', 'INS-990', 'INS-991', 'INS-992'))],
    play: [
      arrange({ products: { 'c2b-single-stage': { isOn: true, customerDailyCents: 500 } } }),
      send('c2b-single-stage', { input_Amount: '10' }),
    ],
  },
])
