import { arrange, has, hook, isNot } from '@/lib/catalogue/go-live-words'
import { accepted } from './proofs'
import { called, ownCases, send, sendAndWait, sent } from './words'

export const asyncCases = ownCases('async', [
  {
    own: 1,
    title: 'Asynchronous mode',
    steps: 'Register a response URL and charge a number.',
    expected: 'The call answers at once and the result arrives at the URL.',
    proof: 'An exchange and a callback with the same conversation id.',
    records: [sent('c2b-payment', accepted), called('result')],
    play: [arrange({ responseUrl: hook('') }), sendAndWait('c2b-payment')],
  },
  {
    own: 2,
    title: 'Back to synchronous mode',
    steps: 'Clear the response URL and charge again.',
    expected: 'The result comes in the answer.',
    proof: 'An exchange with the final code and no callback.',
    records: [
      sent(
        'c2b-payment',
        accepted,
        has('response.body.output_TransactionID'),
        isNot('response.body.output_TransactionID', 'N/A'),
      ),
    ],
    play: [arrange({ responseUrl: null }), send('c2b-payment')],
  },
])
