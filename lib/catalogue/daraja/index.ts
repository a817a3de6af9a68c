import type { Operation } from '@/lib/catalogue/types'
import { accountBalance, reversal, transactionStatus } from './account'
import { oauthToken } from './authorization'
import {
  b2bBuygoods,
  b2bHistoricDisburse,
  b2bHistoricMerchant,
  b2bHistoricTransfer,
  b2bMmfToUtility,
  b2bPaybill,
  b2cAccountTopup,
  taxRemittance,
} from './b2b'
import { b2bExpressCheckout, queryOrgInfo } from './b2b-express'
import { b2cV1, b2cV3, b2pochi } from './b2c'
import {
  billManagerBulkInvoice,
  billManagerCancelBulk,
  billManagerCancelSingle,
  billManagerChangeInvoice,
  billManagerChangeInvoices,
  billManagerChangeOptIn,
  billManagerOptIn,
  billManagerReconciliation,
  billManagerSingleInvoice,
} from './bill-manager'
import { bongaCalculate, bongaRedeem } from './bonga'
import { c2bRegisterV1, c2bRegisterV2, c2bSimulateV1, c2bSimulateV2 } from './c2b'
import { b2cHakikisha, c2bHakikishaNotify } from './hakikisha'
import { ageOnNetwork, imsiCheck, mobileNumberValidation, simSwap } from './identity'
import { pullQuery, pullRegister } from './pull'
import { dynamicQr } from './qr'
import { ratibaCreate } from './ratiba'
import { stkPush, stkQuery } from './stk'

export { darajaCodes } from './codes'

/** Grouped and ordered as on the portal; within a pair the current version comes first. */
export const darajaOperations: readonly Operation[] = [
  oauthToken,
  stkPush,
  stkQuery,
  c2bRegisterV2,
  c2bRegisterV1,
  c2bSimulateV2,
  c2bSimulateV1,
  pullRegister,
  pullQuery,
  c2bHakikishaNotify,
  b2cV3,
  b2cV1,
  b2pochi,
  b2cHakikisha,
  b2bPaybill,
  b2bBuygoods,
  b2cAccountTopup,
  b2bMmfToUtility,
  taxRemittance,
  b2bExpressCheckout,
  queryOrgInfo,
  b2bHistoricDisburse,
  b2bHistoricTransfer,
  b2bHistoricMerchant,
  reversal,
  transactionStatus,
  accountBalance,
  dynamicQr,
  billManagerOptIn,
  billManagerChangeOptIn,
  billManagerSingleInvoice,
  billManagerBulkInvoice,
  billManagerChangeInvoice,
  billManagerChangeInvoices,
  billManagerReconciliation,
  billManagerCancelSingle,
  billManagerCancelBulk,
  ratibaCreate,
  bongaCalculate,
  bongaRedeem,
  imsiCheck,
  simSwap,
  ageOnNetwork,
  mobileNumberValidation,
]
