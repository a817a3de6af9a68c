import { accepted } from './proofs'
import { ownCases, send, sent } from './words'

export const reportCases = ownCases('report', [
  {
    own: 1,
    title: 'Report with successful transactions',
    steps: 'Generate the report of the active API key.',
    expected: 'It lists successful transactions for every API in use; Go Live sends this report.',
    proof: 'Recorded successful exchanges for each API, listed in the report.',
    records: [sent('c2b-payment', accepted)],
    play: [send('c2b-payment')],
  },
])
