import { type Changes, customerPays, from } from '@/lib/catalogue/go-live-words'
import { awaitCallback, send, sendAndWait } from './words'

/** The test customer of Safaricom's sandbox. */
export const customer = '254708374149'

/** Longer than any text field may be. */
export const longText = 'x'.repeat(210)

/** A prompt on a phone of the sandbox. The last four digits of its number are the code it ends with. */
export const phone = (number: string): Changes => ({ PhoneNumber: number, PartyA: number })
/** The one whose prompt waits until a person answers. */
export const waits = '254700000000'

/** A push that the steps after it can speak of. */
export const push = sendAndWait('stk-push', {}, { as: 'push' })

/** A payout that the steps after it can speak of. */
export const payout = (values: Changes = {}) =>
  sendAndWait('b2c-v3', { PartyB: customer, ...values }, { as: 'payout' })

export const registerUrls = send('c2b-register-v2')

/** A customer pays a bill from the phone's menu. */
export const billIsPaid = customerPays('600000', 'INV-2041', 150)

/** A payment to the short code, by the simulator, that the steps after it can speak of. */
export const paid = [
  registerUrls,
  send('c2b-simulate-v2', {
    CommandID: 'CustomerPayBillOnline',
    Amount: 150,
    Msisdn: customer,
    BillRefNumber: '20410001',
  }),
  awaitCallback('c2b-confirmation', 'paid'),
]
export const receiptOfPaid = from('paid', 'receipt')

export const receiptOfPayout = from('payout', 'callback.Result.TransactionID')

/** Asks about the payout without knowing its receipt. */
export const queryWithoutReceipt = sendAndWait('transaction-status', {
  TransactionID: null,
  OriginalConversationID: from('payout', 'OriginatorConversationID'),
})
