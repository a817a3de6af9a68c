import { from, is, isOneOf, isSameAs } from '@/lib/catalogue/go-live-words'
import { accepted, code } from './proofs'
import { ownCases, send, sent } from './words'

/** The second step puts 1 for completing, or 0 for cancelling, where a number would stand. */
const reservedThen = (choice: '0' | '1') => ({
  records: [
    sent('c2b-multi-stage', accepted),
    sent(
      'update-transaction-status',
      isSameAs('request.body.input_TransactionID', 'first.response.body.output_TransactionID'),
      is('request.body.input_CustomerMSISDN', Number(choice)),
      isOneOf(code, 'INS-0', 'INS-GAR-0'),
    ),
  ],
  play: [
    send('c2b-multi-stage', {}, { as: 'reserve' }),
    send('update-transaction-status', {
      input_TransactionID: from('reserve', 'output_TransactionID'),
      input_VoucherCode: from('reserve', 'output_VoucherCode'),
      input_CustomerMSISDN: choice,
    }),
  ],
})

export const c2bTwoStepCases = ownCases('c2b-two-step', [
  {
    own: 1,
    title: 'Two-step payment completed',
    steps: ['Reserve the amount.', 'Complete it.'],
    expected: 'Both steps succeed.',
    proof: 'Two exchanges with INS-0 for one transaction.',
    ...reservedThen('1'),
  },
  {
    own: 2,
    title: 'Two-step payment cancelled',
    kind: 'negative',
    steps: ['Reserve the amount.', 'Cancel it.'],
    expected: 'The reservation is released.',
    proof: 'A reserve exchange and a cancel exchange.',
    ...reservedThen('0'),
  },
])
