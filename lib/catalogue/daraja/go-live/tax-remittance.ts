import { is, isNoneOf } from '@/lib/catalogue/go-live-words'
import { called, ownCases, sendAndWait, sent } from './words'

export const taxRemittanceCases = ownCases('tax-remittance', [
  {
    own: 1,
    title: 'Remit tax',
    steps: 'Send PayTaxToKRA with a payment registration number.',
    expected: 'Accepted; result 0.',
    proof: 'Accepted exchange and result 0.',
    records: [
      sent('tax-remittance', is('response.body.ResponseCode', '0')),
      called('result', is('body.Result.ResultCode', 0)),
    ],
    play: [sendAndWait('tax-remittance')],
  },
  {
    own: 2,
    title: 'Wrong registration number',
    kind: 'negative',
    steps: 'Send a registration number that does not exist.',
    expected: 'Result with an error.',
    proof: 'A result with a non-zero code.',
    records: [
      sent('tax-remittance'),
      called(
        'result',
        isNoneOf('body.Result.ResultCode', 0, 1, 17, 18, 20, 21, 22, 26, 2001, 2006, 2028, 8006),
      ),
    ],
    play: [sendAndWait('tax-remittance', { AccountReference: 'PRN0000' })],
  },
])
