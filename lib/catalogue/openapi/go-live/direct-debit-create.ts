import { is, isOneOf } from '@/lib/catalogue/go-live-words'
import { ownCases, send, sent } from './words'

export const directDebitCreateCases = ownCases('direct-debit-create', [
  {
    own: 1,
    title: 'Create a mandate',
    steps: 'Create a mandate.',
    expected: 'Success code.',
    proof: 'An exchange with INS-0.',
    records: [sent('direct-debit-create', is('response.body.output_ResponseCode', 'INS-0'))],
    play: [send('direct-debit-create')],
  },
  {
    own: 2,
    title: 'Customer declines the mandate',
    kind: 'negative',
    steps: 'Decline the prompt.',
    expected: 'A non-success code.',
    proof: 'An exchange without INS-0.',
    records: [sent('direct-debit-create', isOneOf('response.body.output_ResponseCode', 'INS-5', 'INS-6'))],
    play: [send('direct-debit-create', { input_CustomerMSISDN: '000000000003' })],
  },
])
