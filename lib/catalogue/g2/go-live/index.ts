import type { GoLive } from '@/lib/catalogue/go-live'
import { authenticationCases } from './authentication'
import { b2bCases } from './b2b'
import { b2cCases } from './b2c'
import { c2bCases } from './c2b'
import { g2Checklist } from './checklist'
import { checkoutCases } from './checkout'
import { queryCases } from './query'
import { queueTimeoutCases } from './queue-timeout'
import { reversalCases } from './reversal'
import { transactionStatusCases } from './transaction-status'

export const g2GoLive: GoLive = {
  cases: [
    ...authenticationCases,
    ...b2cCases,
    ...b2bCases,
    ...c2bCases,
    ...checkoutCases,
    ...reversalCases,
    ...transactionStatusCases,
    ...queryCases,
    ...queueTimeoutCases,
  ],
  apis: [
    { id: 'authentication', title: 'Authentication' },
    { id: 'b2c', title: 'B2C' },
    { id: 'b2b', title: 'B2B' },
    { id: 'c2b', title: 'C2B' },
    { id: 'checkout', title: 'Checkout' },
    { id: 'reversal', title: 'Reversal' },
    { id: 'transaction-status', title: 'Transaction status' },
    { id: 'query', title: 'Query of the broker' },
    { id: 'queue-timeout', title: 'Queue time-out' },
  ],
  sheets: [],
  checklist: g2Checklist,
}
