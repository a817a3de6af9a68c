import type { Field } from '@/lib/catalogue/types'
import { wireMarkets } from './markets'
import { goSdk, javaApp, pages, payBridge } from './sources'

type FieldFacts = Partial<Field> & Pick<Field, 'help'>

const wordPattern = (most: number) => `^[0-9a-zA-Z \\w+]{1,${most}}$`

export const amount = (facts: FieldFacts): Field => ({
  name: 'input_Amount',
  kind: 'amount',
  type: 'string',
  alsoAccepts: ['number'],
  required: true,
  pattern: '^\\d*\\.?\\d+$',
  example: '150.00',
  note: 'Text on the portal. A JSON number, as some SDKs send it, passes as well.',
  sources: [pages],
  ...facts,
})

export const customer = (facts: FieldFacts): Field => ({
  name: 'input_CustomerMSISDN',
  kind: 'msisdn',
  type: 'string',
  required: true,
  minLength: 11,
  maxLength: 14,
  // 12 to 14 on the portal; Lesotho's whole numbers have 11: paybridge and a Python SDK.
  pattern: '^(266[0-9]{8}|[0-9]{12,14})$',
  example: '000000000001',
  prefill: { from: 'phone' },
  note: 'The portal says 12 to 14 digits; Lesotho’s numbers have 11, which two integrations let pass. Vodacom has not settled it.',
  sources: [pages, payBridge],
  ...facts,
})

export const country: Field = {
  name: 'input_Country',
  kind: 'choice',
  type: 'string',
  required: true,
  choices: wireMarkets.map(({ country: value, name }) => ({ value, label: name })),
  help: 'Country code of the market. It has to be the one of the path.',
  example: 'TZN',
  derive: 'openapi.country',
  sources: [pages],
}

export const currency: Field = {
  name: 'input_Currency',
  kind: 'choice',
  type: 'string',
  required: true,
  maxLength: 3,
  pattern: '^[a-zA-Z]{1,3}$',
  choices: wireMarkets.map(({ currency: value, name }) => ({ value, label: `${value}, ${name}` })),
  help: 'Currency of the market.',
  example: 'TZS',
  note: 'DR Congo is listed with US dollars only; that francs (CDF) pass is unconfirmed.',
  derive: 'openapi.currency',
  sources: [pages],
}

export const shortcode = (facts: FieldFacts): Field => ({
  name: 'input_ServiceProviderCode',
  // Letters are allowed, so the digits-only rule of shortcodes elsewhere does not fit.
  kind: 'text',
  type: 'string',
  required: true,
  minLength: 4,
  maxLength: 12,
  pattern: '^([0-9A-Za-z]{4,12})$',
  example: '000000',
  prefill: { from: 'credential', name: 'serviceProviderCode' },
  sources: [pages],
  ...facts,
})

export const transactionReference: Field = {
  name: 'input_TransactionReference',
  kind: 'reference',
  subject: 'reference',
  type: 'string',
  required: true,
  minLength: 1,
  maxLength: 20,
  pattern: wordPattern(20),
  help: 'What the payment is filed under: an invoice, an order or an account. Shown beside the transaction.',
  example: 'INV20417',
  note: 'Letters, digits, underscore, space and plus. A hyphen, a slash or a dot is refused (INS-17).',
  sources: [pages],
}

export const conversationId: Field = {
  name: 'input_ThirdPartyConversationID',
  key: 'originator-conversation-id',
  kind: 'reference',
  type: 'string',
  required: true,
  minLength: 1,
  maxLength: 40,
  pattern: wordPattern(40),
  help: 'Your own id of this request, new each time: sent twice, it is a duplicate (INS-10).',
  example: 'd2a9f14c7b6e4f0c9a5e31b8470c6d11',
  note: 'No hyphens, so a UUID goes without its dashes. Above 32 letters and digits it cannot be looked up as input_QueryReference.',
  derive: 'openapi.conversation-id',
  sources: [pages],
}

export const description = (facts: FieldFacts): Field => ({
  name: 'input_PurchasedItemsDesc',
  kind: 'text',
  type: 'string',
  required: true,
  minLength: 1,
  maxLength: 256,
  pattern: wordPattern(256),
  example: 'School fees term 2',
  note: 'No punctuation, although the portal’s own sample has a comma: Lesotho’s sandbox answered INS-30 to one.',
  prefill: { from: 'example' },
  sources: [pages, payBridge],
  ...facts,
})

export const apiVersion: Field = {
  name: 'input_APIVersion',
  kind: 'choice',
  type: 'string',
  required: true,
  const: '3.1',
  help: 'Switches the two-stage calls on. 3.1 is the only value anybody has seen.',
  example: '3.1',
  sources: [goSdk, payBridge],
}

export const mandateReference: Field = {
  name: 'input_ThirdPartyReference',
  kind: 'reference',
  type: 'string',
  required: true,
  minLength: 1,
  maxLength: 32,
  pattern: '^[0-9a-zA-Z]{1,32}$',
  help: 'Your own reference of the mandate: the same in create, pay, query and cancel.',
  example: 'MANDATE000731',
  sources: [pages],
}

export const mandateId: Field = {
  name: 'input_MandateID',
  kind: 'reference',
  type: 'string',
  required: false,
  minLength: 1,
  maxLength: 12,
  pattern: '^[0-9]{1,12}$',
  help: 'The platform’s number of the mandate, as creation answered it.',
  example: '20417',
  prefill: { from: 'none' },
  sources: [pages],
}

export const msisdnToken: Field = {
  name: 'input_MsisdnToken',
  kind: 'text',
  type: 'string',
  required: false,
  minLength: 1,
  maxLength: 64,
  pattern: '^[0-9a-zA-Z \\w=]{1,64}$',
  help: 'Stands for the customer’s number; creation answers it. Send this or the number. Both have to mean one customer.',
  example: 'cXdlcnR5dWlvcGFzZGZnaA==',
  note: 'The portal allows 26 characters, two SDKs 64. In a query string the = signs have to be encoded.',
  prefill: { from: 'none' },
  sources: [pages, goSdk, payBridge],
}

/** Undocumented, and the only trace of where results go. Left out unless somebody types it. */
export const responseUrl: Field = {
  name: 'input_ResponseURL',
  kind: 'url',
  type: 'string',
  required: false,
  help: 'Where the result goes in asynchronous mode. Leave it out for the address that your application has registered.',
  example: 'https://example.com/openapi/results',
  note: 'Unconfirmed: the portal says that the Response URL is part of the body, yet lists no such field; one application sends it under this name.',
  prefill: { from: 'credential', name: 'responseUrl' },
  sources: [javaApp],
}
