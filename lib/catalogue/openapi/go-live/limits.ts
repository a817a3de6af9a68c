import { arrange, isOneOf } from '@/lib/catalogue/go-live-words'
import type { Json } from '@/lib/catalogue/types'
import { code } from './proofs'
import { ownCases, send, sentAny } from './words'

/** Refused for this limit, or for several at once (INS-992). */
const hitsLimit = (...codes: string[]) => ({
  kind: 'negative' as const,
  expected: 'Refused until a new session key is made or the limit window ends.',
  proof: 'An exchange refused for a limit.',
  records: [sentAny(isOneOf(code, ...codes, 'INS-992'))],
})

const limit = (product: Record<string, Json>) =>
  arrange({ products: { 'c2b-single-stage': { isOn: true, ...product } } })

/** Larger than any of these limits. */
const payment = send('c2b-single-stage', { input_Amount: '10' })

export const limitsCases = ownCases('limits', [
  {
    own: 1,
    title: 'Single transaction limit',
    steps: 'Send one payment above the limit of the application.',
    ...hitsLimit('INS-995'),
    play: [limit({ singleCents: 500 }), payment],
  },
  {
    own: 2,
    title: 'Daily value limit',
    steps: 'Send payments until their sum passes the daily limit.',
    ...hitsLimit('INS-994'),
    play: [limit({ dailyCents: 500 }), payment],
  },
  {
    own: 3,
    title: 'Number of transactions limit',
    steps: 'Send one payment more than allowed.',
    ...hitsLimit('INS-993'),
    play: [limit({ dailyCount: 0 }), send('c2b-single-stage')],
  },
  {
    own: 4,
    title: 'Usage time',
    steps: 'Call outside the allowed hours.',
    ...hitsLimit('INS-996'),
    play: [limit({ from: '00:00', until: '00:00' }), send('c2b-single-stage')],
  },
  {
    own: 5,
    title: 'Customer daily limit',
    steps: 'Pass the daily value for one customer.',
    ...hitsLimit('INS-990', 'INS-991'),
    play: [limit({ customerDailyCents: 500 }), payment],
  },
])
