import type { Field } from '@/lib/catalogue/types'
import { abdulmueid, apiPages, ivanruby, karson, paymentsdsJs, paymentsdsPhp } from './sources'

type FieldFacts = Partial<Field> & Pick<Field, 'help'>

export const transactionReference: Field = {
  name: 'input_TransactionReference',
  kind: 'reference',
  type: 'string',
  required: true,
  minLength: 1,
  maxLength: 20,
  pattern: '^\\w{1,20}$',
  subject: 'reference',
  help: 'The reference that stands beside the transaction: an invoice or an order. Letters, digits and underscores.',
  example: 'INV20417',
  note: 'A single leading space was once enough for INS-1. The length is that of INS-17; the set of characters comes from SDKs.',
  sources: [apiPages, paymentsdsJs, `${abdulmueid}, issue 9`],
}

export const customer = (facts: FieldFacts): Field => ({
  name: 'input_CustomerMSISDN',
  kind: 'msisdn',
  type: 'string',
  required: true,
  minLength: 12,
  maxLength: 12,
  pattern: '^258(84|85)[0-9]{7}$',
  example: '258843330333',
  note: 'Without 258 in front the number is refused (INS-2051). 84 and 85 are Vodacom’s prefixes in four SDKs.',
  prefill: { from: 'phone' },
  sources: [apiPages, paymentsdsPhp, ivanruby],
  ...facts,
})

export const amount = (facts: FieldFacts): Field => ({
  name: 'input_Amount',
  kind: 'amount',
  type: 'string',
  alsoAccepts: ['number'],
  required: true,
  pattern: '^[0-9]+(\\.[0-9]{1,2})?$',
  example: '10',
  note: 'Text on the portal’s pages. Numbers, and text with two decimals, pass as well.',
  sources: [apiPages, paymentsdsJs, ivanruby],
  ...facts,
})

export const thirdPartyReference: Field = {
  name: 'input_ThirdPartyReference',
  key: 'third-party-reference',
  kind: 'reference',
  type: 'string',
  required: true,
  minLength: 1,
  pattern: '^\\w+$',
  help: 'Your own id of this request, a new one each time. It comes back in the answer and in the callback.',
  example: 'REQ7731',
  derive: 'mozambique.third-party-reference',
  sources: [apiPages, paymentsdsJs],
}

export const shortcode = (facts: FieldFacts): Field => ({
  name: 'input_ServiceProviderCode',
  kind: 'shortcode',
  type: 'string',
  required: true,
  minLength: 5,
  maxLength: 6,
  pattern: '^[0-9]{5,6}$',
  example: '171717',
  prefill: { from: 'credential', name: 'serviceProviderCode' },
  sources: [apiPages, paymentsdsJs, karson],
  ...facts,
})
