import type { GoLive } from '@/lib/catalogue/go-live'
import { asyncCases } from './async'
import { authCases } from './auth'
import { c2bCases } from './c2b'
import { mozambiqueChecklist } from './checklist'
import { queryCases } from './query'
import { reportCases } from './report'
import { reversalCases } from './reversal'

export const mozambiqueGoLive: GoLive = {
  cases: [...authCases, ...c2bCases, ...reversalCases, ...queryCases, ...asyncCases, ...reportCases],
  apis: [
    { id: 'auth', title: 'Keys' },
    { id: 'c2b', title: 'C2B' },
    { id: 'reversal', title: 'Reversal' },
    { id: 'query', title: 'Transaction status' },
    { id: 'async', title: 'Asynchronous mode' },
    { id: 'report', title: 'Report' },
  ],
  sheets: [],
  checklist: mozambiqueChecklist,
}
