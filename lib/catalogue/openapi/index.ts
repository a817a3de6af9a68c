import type { Operation } from '@/lib/catalogue/types'
import { directDebitOperations } from './direct-debit'
import { paymentOperations } from './payments'
import { queryOperations } from './queries'
import { sessionOperations } from './session'

export { openapiCodes, openOutcomes } from './codes'
export { type WireMarket, wireMarketOf, wireMarkets } from './markets'

export const openapiOperations: readonly Operation[] = [
  ...sessionOperations,
  ...paymentOperations,
  ...queryOperations,
  ...directDebitOperations,
]
