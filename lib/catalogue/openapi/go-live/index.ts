import type { GoLive } from '@/lib/catalogue/go-live'
import { b2bCases } from './b2b'
import { b2cCases } from './b2c'
import { c2bSingleCases } from './c2b-single'
import { c2bTwoStepCases } from './c2b-two-step'
import { openapiChecklist } from './checklist'
import {
  directDebitCancelCases,
  directDebitCreateCases,
  directDebitPayCases,
  directDebitQueryCases,
} from './direct-debit'
import { limitsCases } from './limits'
import { reversalCases } from './reversal'
import { reviewCases } from './review'
import { sessionCases } from './session'
import { transactionStatusCases } from './transaction-status'

export const openapiGoLive: GoLive = {
  cases: [
    ...sessionCases,
    ...c2bSingleCases,
    ...c2bTwoStepCases,
    ...b2cCases,
    ...b2bCases,
    ...reversalCases,
    ...transactionStatusCases,
    ...directDebitCreateCases,
    ...directDebitPayCases,
    ...directDebitQueryCases,
    ...directDebitCancelCases,
    ...limitsCases,
    ...reviewCases,
  ],
  apis: [
    { id: 'session', title: 'Sessions' },
    { id: 'c2b-single', title: 'C2B, single step' },
    { id: 'c2b-two-step', title: 'C2B, two steps' },
    { id: 'b2c', title: 'B2C' },
    { id: 'b2b', title: 'B2B' },
    { id: 'reversal', title: 'Reversal' },
    { id: 'transaction-status', title: 'Transaction status' },
    { id: 'direct-debit-create', title: 'Direct debit: create' },
    { id: 'direct-debit-pay', title: 'Direct debit: collect' },
    { id: 'direct-debit-query', title: 'Direct debit: query' },
    { id: 'direct-debit-cancel', title: 'Direct debit: cancel' },
    { id: 'limits', title: 'Limits of the application' },
    { id: 'review', title: 'Review' },
  ],
  sheets: [],
  checklist: openapiChecklist,
}
