import type { Operation } from '@/lib/catalogue/types'
import { changePassword, genericApiResult, notifyQueueTimeout, queryTransaction } from './broker'
import { c2bConfirmation, c2bValidation, registerUrl } from './c2b'
import { checkoutConfirm, checkoutProcess, checkoutResult, checkoutStatus } from './checkout'
import {
  accountBalance,
  b2bPayment,
  b2cPayment,
  transactionReversal,
  transactionStatusQuery,
} from './generic'

export { g2Codes } from './codes'

export const g2Operations: readonly Operation[] = [
  b2cPayment,
  b2bPayment,
  registerUrl,
  c2bValidation,
  c2bConfirmation,
  transactionReversal,
  transactionStatusQuery,
  accountBalance,
  genericApiResult,
  notifyQueueTimeout,
  queryTransaction,
  changePassword,
  checkoutProcess,
  checkoutConfirm,
  checkoutStatus,
  checkoutResult,
]
