import type { Guide } from '../types'
import { asynchronousFlow } from './asynchronous-flow'
import { b2b } from './b2b'
import { b2c } from './b2c'
import { byAgreement } from './by-agreement'
import { c2b } from './c2b'
import { callbacks } from './callbacks'
import { firstSteps } from './first-steps'
import { g2Checkout, g2Soap } from './g2-soap'
import { goLiveDaraja, goLiveG2, goLiveMozambique, goLiveOpenapi } from './going-live'
import { mozambique } from './mozambique'
import { openapiApplications } from './openapi-applications'
import { openapiDirectDebit } from './openapi-direct-debit'
import { openapiPayments } from './openapi-payments'
import { openapiSessions } from './openapi-sessions'
import { reversal } from './reversal'
import { statusAndBalance } from './status-and-balance'
import { stkPush } from './stk-push'
import { tokens } from './tokens'

/** In the order in which they are read. */
export const guides: readonly Guide[] = [
  firstSteps,
  asynchronousFlow,
  tokens,
  callbacks,
  stkPush,
  c2b,
  b2c,
  b2b,
  reversal,
  statusAndBalance,
  byAgreement,
  openapiSessions,
  openapiPayments,
  openapiApplications,
  openapiDirectDebit,
  mozambique,
  g2Soap,
  g2Checkout,
  goLiveDaraja,
  goLiveOpenapi,
  goLiveMozambique,
  goLiveG2,
]
