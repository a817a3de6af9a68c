import type { Endings } from '@/lib/world/phones'

/** What the callback and the query say of a prompt's end; the two differ on the wire (observed, Daraja reference). */
type Text = { callback: string; query?: string }

export const stkResults: Record<string, Text> = {
  '0': { callback: 'The service request is processed successfully.' },
  '1': { callback: 'The balance is insufficient for the transaction.' },
  '2': { callback: 'Declined due to limit rule: less than the minimum transaction amount.' },
  '3': { callback: 'Declined due to limit rule: greater than the maximum transaction amount.' },
  '4': { callback: 'Declined due to limit rule: would exceed daily transfer limit.' },
  '8': { callback: 'Declined due to limit rule: would exceed the maximum balance.' },
  '11': { callback: 'The DebitParty is in an invalid state.' },
  '17': { callback: 'Rule limited.' },
  '26': { callback: 'Traffic blocking condition in place' },
  '1001': {
    callback: 'Unable to lock subscriber, a transaction is already in process for the current subscriber',
  },
  '1019': { callback: 'Transaction has expired' },
  '1025': { callback: 'An error occurred while sending a push request' },
  '1031': { callback: 'STK push timeout' },
  '1032': { callback: 'Request Cancelled by user.', query: 'Request cancelled by user' },
  '1037': { callback: 'No response from user.', query: 'DS timeout user cannot be reached.' },
  '2001': { callback: 'The initiator information is invalid.' },
  '2028': { callback: 'The request is not permitted according to product assignment' },
  '8006': { callback: 'The security credential is locked.' },
  '9999': { callback: 'Request failed' },
  SFC_IC0003: { callback: 'The operator does not exist.' },
}

/** Results of the calls that an operator makes. */
export const resultTexts: Record<string, string> = {
  '0': 'The service request is processed successfully.',
  '1': 'The balance is insufficient for the transaction.',
  '2': 'Declined due to limit rule: less than the minimum transaction amount.',
  '3': 'Declined due to limit rule: greater than the maximum transaction amount.',
  '4': 'Declined due to limit rule: would exceed daily transfer limit',
  '5': 'Would exceed minimum balance',
  '6': 'Unresolved primary party',
  '7': 'Unresolved receiver party',
  '8': 'Declined due to limit rule: would exceed the maximum balance.',
  '11': 'The DebitParty is in an invalid state.',
  '12': 'Credit account invalid',
  '13': 'Unresolved debit account',
  '14': 'Unresolved credit account',
  '15': 'Duplicate Detected',
  '17': 'System internal error.',
  '18': 'Initiator Credential Check Failure',
  '19': 'Message Sequencing Failure',
  '20': 'Unresolved Initiator',
  '21': 'The initiator is not allowed to initiate this request.',
  '22': 'Initiator to Receiver Party Permission Failure',
  '24': 'Missing mandatory fields',
  '25': 'The format of parameter null is invalid.',
  '26': 'Traffic blocking condition in place',
  '29': 'InvalidCommand',
  '2001': 'The initiator information is invalid.',
  '2006': 'Declined due to account rule: The account status does not allow this transaction.',
  '2028': 'The request is not permitted according to product assignment.',
  '2032': 'The transaction receipt number does not exist.',
  '2040':
    "Credit Party customer type (Unregistered or Registered Customer) can't be supported by the service.",
  '8006': 'The security credential is locked.',
  SFC_IC0003: 'Receiver party is invalid',
  R000001: 'The transaction has already been reversed',
  R000002: 'The OriginalTransactionID is invalid.',
}

const numeric = (table: Record<string, unknown>) =>
  Object.keys(table).filter((code) => /^[1-9]\d*$/.test(code))

const endings = (table: Record<string, unknown>): Endings =>
  new Map(numeric(table).map((code) => [code, code]))

/** Codes with which a prompt can end; the last four digits of a phone choose one. */
export const stkEndings = endings(stkResults)

/** Codes with which a payment to a receiver can end. */
export const resultEndings = endings(resultTexts)

export const phoneEndings: Endings = new Map([...stkEndings, ...resultEndings])

/** On the wire a code of digits is a number, and one with letters is text. */
export const wireCode = (code: string): number | string => (/^\d+$/.test(code) ? Number(code) : code)
