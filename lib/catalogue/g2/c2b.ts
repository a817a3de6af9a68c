import type { Field } from '@/lib/catalogue/types'
import { callback, samplePayment } from './callbacks'
import { paymentEnvelope, registerRequest } from './envelopes'
import { fixed, headerFields, keyOwner, originatorConversationId, text } from './fields'
import { confirmationAnswer, responseMessage, validationAnswer } from './messages'
import { defineOperation, genericAcknowledgement } from './operation'
import { c2bGuide, cpsClient, generatedClasses, mnumber, ochom, phpClient } from './sources'

const validationOwed = {
  httpStatus: 200,
  body: validationAnswer('0', 'Service processing successful', 'JARIBU-000017'),
  note: '0 completes the payment, anything else cancels it.',
}
const confirmationOwed = {
  httpStatus: 200,
  body: confirmationAnswer(samplePayment.receipt),
  note: 'Free text, only logged.',
}
const url = (name: string, help: string, suffix: string): Field =>
  text({
    name,
    kind: 'url',
    required: true,
    help,
    example: `https://example.com/g2${suffix}`,
    prefill: { from: 'inbox', suffix },
    sources: [cpsClient, phpClient],
  })

export const registerUrl = defineOperation({
  name: 'register-url',
  registers: true,
  title: 'Register C2B URLs',
  summary: 'Tells M-Pesa where to ask before a customer’s payment and where to report it.',
  group: 'C2B',
  path: '/mminterface/registerURL',
  envelope: registerRequest,
  fields: [
    ...headerFields,
    fixed('CommandID', 'RegisterURL', 'What is asked for.'),
    originatorConversationId,
    text({
      name: 'ResponseType',
      kind: 'choice',
      required: true,
      choices: [
        { value: 'Completed', label: 'Completed' },
        { value: 'Cancelled', label: 'Cancelled' },
      ],
      help: 'What becomes of a payment when the validation URL does not answer.',
      example: 'Completed',
      prefill: { from: 'example' },
    }),
    url('ValidationURL', 'Where M-Pesa asks before it takes the money.', '/validation'),
    url('ConfirmationURL', 'Where M-Pesa reports a payment.', '/confirmation'),
    fixed('CallerType', '0', 'Always 0 here.'),
    fixed('Initiator.IdentifierType', '1', 'Always 1 here; the initiator stands empty.'),
    fixed('PrimaryParty.IdentifierType', '1', 'Always 1 here.'),
    text({
      name: 'PrimaryParty.ShortCode',
      kind: 'shortcode',
      required: true,
      help: 'The paybill or till whose payments are reported.',
      example: '600000',
      prefill: { from: 'credential', name: 'shortcode' },
    }),
    keyOwner,
  ],
  acknowledgement: {
    ...genericAcknowledgement,
    success: {
      httpStatus: 200,
      body: responseMessage({ code: '00000000', description: 'success' }),
      note: 'The exact text is unconfirmed.',
    },
  },
  callbacks: [
    callback('c2b-validation', { to: 'ValidationURL', expectedResponse: validationOwed }),
    callback('c2b-confirmation', { to: 'ConfirmationURL', expectedResponse: confirmationOwed }),
  ],
  notes: ['Caller and initiator stand there as empty elements.', 'No Timestamp is sent.'],
  sources: [cpsClient, phpClient],
})

const described = (names: [name: string, help: string, example: string][]): Field[] =>
  names.map(([name, help, example]) =>
    text({ name, help, example, sources: [c2bGuide, generatedClasses, ochom] }),
  )

const paymentFields: [string, string, string][] = [
  ['TransType', 'Pay Bill, or the wording for a till, which is unconfirmed.', samplePayment.type],
  ['TransID', 'M-Pesa’s receipt.', samplePayment.receipt],
  ['TransTime', 'Nairobi time, fourteen digits.', samplePayment.time],
  ['TransAmount', 'How much the customer pays.', samplePayment.amount],
  ['BusinessShortCode', 'The paybill or till.', samplePayment.shortcode],
  ['BillRefNumber', 'The account that the customer typed.', samplePayment.reference],
  ['InvoiceNumber', 'Empty in every sample.', ''],
]

const payerFields: [string, string, string][] = [
  [
    'MSISDN',
    'The payer; since November 2023 the SHA-256 of the number in hexadecimal letters.',
    samplePayment.msisdn,
  ],
  ['KYCInfo.First Name', 'The payer’s first name.', 'Asha'],
  ['KYCInfo.Middle Name', 'Empty since November 2023.', ''],
  ['KYCInfo.Last Name', 'Empty since November 2023.', ''],
]

const inbound = {
  direction: 'inbound',
  path: '/',
  group: 'C2B',
  auth: { type: 'none', uses: [], note: 'Nothing in the message says who sends it.' },
} as const

export const c2bValidation = defineOperation({
  ...inbound,
  name: 'c2b-validation',
  title: 'C2B validation',
  summary: 'M-Pesa asks you whether to accept a payment. You host this endpoint.',
  auth: { ...inbound.auth, uses: [] },
  envelope: paymentEnvelope('Validation'),
  fields: described([...paymentFields, ...payerFields]),
  acknowledgement: {
    success: validationOwed,
    failure: {
      httpStatus: 200,
      body: validationAnswer('C2B00012', 'Invalid Account Number', 'JARIBU-000018'),
    },
  },
  timing: 'About eight seconds; then the registered ResponseType decides (known from Daraja).',
  notes: [
    'Switched on per shortcode; tills have the confirmation only.',
    'The guide of 2015 prints TransactionType and PayBill; the schema and live traffic have TransType and Pay Bill.',
  ],
  sources: [c2bGuide, generatedClasses, mnumber],
})

export const c2bConfirmation = defineOperation({
  ...inbound,
  name: 'c2b-confirmation',
  title: 'C2B confirmation',
  summary: 'M-Pesa reports a payment that has happened. You host this endpoint.',
  auth: { ...inbound.auth, uses: [] },
  envelope: paymentEnvelope('Confirmation'),
  fields: described([
    ...paymentFields,
    ['OrgAccountBalance', 'Balance of the organisation after the payment.', '50120.00'],
    ['ThirdPartyTransID', 'What you gave in the validation answer.', 'JARIBU-000017'],
    ...payerFields,
  ]),
  acknowledgement: { success: confirmationOwed },
  sources: [c2bGuide, generatedClasses, ochom, mnumber],
})
