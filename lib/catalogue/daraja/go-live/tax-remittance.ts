import { failedResult, succeeds } from './proofs'
import { ownCases, sendAndWait, sent } from './words'

export const taxRemittanceCases = ownCases('tax-remittance', [
  {
    own: 1,
    title: 'Remit tax',
    steps: 'Send PayTaxToKRA with a payment registration number.',
    ...succeeds('tax-remittance'),
    play: [sendAndWait('tax-remittance')],
  },
  {
    own: 2,
    title: 'Wrong registration number',
    kind: 'negative',
    steps: 'Send a registration number that does not exist.',
    expected: 'Result with an error.',
    proof: 'A result with a non-zero code.',
    records: [sent('tax-remittance'), failedResult(1, 20, 21, 22, 2001, 2006, 2028)],
    play: [sendAndWait('tax-remittance', { AccountReference: 'PRN0000' })],
  },
])
