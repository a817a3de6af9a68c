import type { GoLive } from '@/lib/catalogue/go-live'
import { accountBalanceCases } from './account-balance'
import { b2bCases } from './b2b'
import { b2bExpressCases } from './b2b-express'
import { b2cCases } from './b2c'
import { b2cTopupCases } from './b2c-topup'
import { b2pochiCases } from './b2pochi'
import { billManagerCases } from './bill-manager'
import { c2bCases } from './c2b'
import { checkIdentityCases } from './check-identity'
import { darajaChecklist } from './checklist'
import { dynamicQrCases } from './dynamic-qr'
import { oauthCases } from './oauth'
import { pullTransactionsCases } from './pull-transactions'
import { ratibaCases } from './ratiba'
import { reversalCases } from './reversal'
import { darajaSheets } from './sheets'
import { stkPushCases } from './stk-push'
import { stkQueryCases } from './stk-query'
import { taxRemittanceCases } from './tax-remittance'
import { transactionStatusCases } from './transaction-status'

export const darajaGoLive: GoLive = {
  cases: [
    ...stkPushCases,
    ...stkQueryCases,
    ...c2bCases,
    ...b2cCases,
    ...b2bCases,
    ...accountBalanceCases,
    ...reversalCases,
    ...transactionStatusCases,
    ...oauthCases,
    ...b2cTopupCases,
    ...b2pochiCases,
    ...b2bExpressCases,
    ...taxRemittanceCases,
    ...dynamicQrCases,
    ...ratibaCases,
    ...billManagerCases,
    ...pullTransactionsCases,
    ...checkIdentityCases,
  ],
  apis: [
    { id: 'stk-push', title: 'M-Pesa Express: push' },
    { id: 'stk-query', title: 'M-Pesa Express: query' },
    { id: 'c2b', title: 'C2B' },
    { id: 'b2c', title: 'B2C' },
    { id: 'b2b', title: 'B2B' },
    { id: 'account-balance', title: 'Account balance' },
    { id: 'reversal', title: 'Reversal' },
    { id: 'transaction-status', title: 'Transaction status' },
    { id: 'oauth', title: 'Tokens' },
    { id: 'b2c-topup', title: 'B2C account top-up' },
    { id: 'b2pochi', title: 'Business to Pochi' },
    { id: 'b2b-express', title: 'B2B Express checkout' },
    { id: 'tax-remittance', title: 'Tax remittance' },
    { id: 'dynamic-qr', title: 'Dynamic QR' },
    { id: 'ratiba', title: 'Standing orders' },
    { id: 'bill-manager', title: 'Bill Manager' },
    { id: 'pull-transactions', title: 'Pull transactions' },
    { id: 'check-identity', title: 'Check identity' },
  ],
  sheets: darajaSheets,
  checklist: darajaChecklist,
}
