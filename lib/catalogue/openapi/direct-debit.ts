import type { Field, FollowUp, Operation } from '@/lib/catalogue/types'
import { mandateState, result } from './callbacks'
import {
  amount,
  conversationId,
  country,
  currency,
  customer,
  mandateId,
  mandateReference,
  msisdnToken,
  shortcode,
} from './fields'
import {
  answered,
  defineOperation,
  noReceipt,
  queryThis,
  receipt,
  refused,
  reverseThis,
  sample,
} from './operation'
import { golangTanzania, goSdk, pages, pypesa, testing } from './sources'

const provider = shortcode({ help: 'The organisation of the mandate. 000000 in the sandbox.' })
const debited = (facts: Partial<Field>) =>
  customer({ help: 'The customer’s number. This or the token.', required: false, ...facts })

const mandateFollowUp = (label: string, operation: string): FollowUp => ({
  label,
  operation: `openapi.${operation}`,
  take: [
    { value: 'input_ThirdPartyReference', field: 'input_ThirdPartyReference' },
    // A mandate is one customer's: another number is refused with INS-50. Who paid by token has none.
    { value: 'input_CustomerMSISDN', field: 'input_CustomerMSISDN', isOptional: true },
  ],
})
const payIt = mandateFollowUp('Take a payment', 'direct-debit-payment')
const queryIt = mandateFollowUp('Query the mandate', 'direct-debit-query')
const cancelIt = mandateFollowUp('Cancel the mandate', 'direct-debit-cancel')

const whoseMandate = {
  kind: 'one-of' as const,
  fields: ['input_CustomerMSISDN', 'input_MsisdnToken'],
  message: 'Send the customer’s number or the token.',
}

const dateField = (facts: Partial<Field> & Pick<Field, 'name' | 'help' | 'example'>): Field => ({
  kind: 'text',
  type: 'string',
  required: false,
  maxLength: 8,
  pattern: '^[0-9]{8}$',
  prefill: { from: 'none' },
  sources: [pages],
  ...facts,
})

const dayField = (facts: Partial<Field> & Pick<Field, 'name' | 'help' | 'example'>): Field => ({
  kind: 'text',
  type: 'string',
  required: false,
  maxLength: 2,
  pattern: '^[0-9]{2}$',
  prefill: { from: 'none' },
  sources: [pages],
  ...facts,
})

const frequencies = [
  ['01', 'Once'],
  ['02', 'Daily'],
  ['03', 'Weekly'],
  ['04', 'Monthly'],
  ['05', 'Quarterly'],
  ['06', 'Half-yearly'],
  ['07', 'Yearly'],
  ['08', 'On demand'],
] as const

const noDays = (field: string) =>
  (['01', '02', '03', '08'] as const).map((equals) => ({
    kind: 'absent-when' as const,
    field,
    when: { field: 'input_Frequency', equals },
    message: 'Days of the month go with the frequencies 04 to 07 only.',
  }))

const reference = { output_TransactionReference: 'MANDATE000731' }
const token = { output_MsisdnToken: sample.token }

const create = defineOperation({
  name: 'direct-debit-create',
  title: 'Direct debit: create mandate',
  summary: 'Records the customer’s consent to be debited later without a prompt each time.',
  group: 'Direct debit',
  evidence: 'portal',
  method: 'POST',
  path: '/directDebitCreation/',
  movesMoney: false,
  fields: [
    customer({ help: 'The customer who will be debited: country code first, no plus.' }),
    country,
    provider,
    { ...mandateReference, key: 'third-party-reference' },
    conversationId,
    {
      name: 'input_AgreedTC',
      kind: 'choice',
      type: 'string',
      required: true,
      maxLength: 1,
      pattern: '^[0-1]{1}$',
      choices: [
        { value: '1', label: 'Agreed' },
        { value: '0', label: 'Not agreed' },
      ],
      help: 'Whether the customer accepted the terms.',
      example: '1',
      sources: [pages],
    },
    dateField({
      name: 'input_FirstPaymentDate',
      help: 'First day of the mandate, YYYYMMDD. Goes with a frequency; today where it is left out.',
      example: '20260901',
    }),
    {
      name: 'input_Frequency',
      kind: 'choice',
      type: 'string',
      required: false,
      maxLength: 2,
      pattern: '^[0-9]{2}$',
      choices: frequencies.map(([value, label]) => ({ value, label })),
      help: 'How often a debit may fall.',
      example: '04',
      prefill: { from: 'none' },
      sources: [pages],
    },
    dayField({
      name: 'input_StartRangeOfDays',
      help: 'First day of the month on which a debit may fall. With the frequencies 04 to 07 only.',
      example: '01',
    }),
    dayField({
      name: 'input_EndRangeOfDays',
      help: 'Last day of the month on which a debit may fall. With the frequencies 04 to 07 only.',
      example: '05',
    }),
    dateField({ name: 'input_ExpiryDate', help: 'Last day of the mandate, YYYYMMDD.', example: '20270831' }),
  ],
  rules: [
    ...noDays('input_StartRangeOfDays'),
    ...noDays('input_EndRangeOfDays'),
    {
      kind: 'not-after',
      earlier: 'input_StartRangeOfDays',
      later: 'input_EndRangeOfDays',
      message: 'The last day comes before the first.',
    },
    {
      kind: 'not-after',
      earlier: 'input_FirstPaymentDate',
      later: 'input_ExpiryDate',
      message: 'The mandate would end before it begins.',
    },
  ],
  acknowledgement: {
    success: { httpStatus: 201, body: answered({ ...reference, ...token, output_MandateID: '20417' }) },
    failure: {
      httpStatus: 409,
      body: refused('INS-10', 'Duplicate Transaction', { output_TransactionReference: 'N/A' }),
    },
  },
  callbacks: [
    result({
      input_TransactionReference: 'MANDATE000731',
      input_MsisdnToken: sample.token,
      input_MandateID: '20417',
    }),
  ],
  followUps: [payIt, queryIt, cancelIt],
  notes: [
    'Has neither amount nor currency: each payment brings its own.',
    'The customer sees the mandate in the USSD menu or the app, and can cancel it there.',
    'Sandbox, by input_CustomerMSISDN: 000000000001 success, …002 internal error, …003 failed, …004 time-out, …005 service not available.',
  ],
  sources: [pages, golangTanzania, pypesa, testing],
})

const pay = defineOperation({
  name: 'direct-debit-payment',
  title: 'Direct debit: take a payment',
  summary: 'Debits the customer under a mandate that exists, without a prompt.',
  group: 'Direct debit',
  evidence: 'portal',
  method: 'POST',
  path: '/directDebitPayment/',
  movesMoney: true,
  fields: [
    msisdnToken,
    debited({}),
    country,
    provider,
    mandateReference,
    conversationId,
    amount({ help: 'What is taken, in the market’s currency.' }),
    currency,
    mandateId,
  ],
  rules: [whoseMandate],
  acknowledgement: {
    success: { httpStatus: 201, body: answered({ ...receipt('w8Fm3Ce5BsLq'), ...token }) },
    failure: {
      httpStatus: 400,
      body: refused(
        'INS-52',
        'The MandateID used does not correspond to the ThirdPartyReference used.',
        noReceipt,
      ),
    },
  },
  callbacks: [result({ input_TransactionID: 'w8Fm3Ce5BsLq', input_MsisdnToken: sample.token })],
  followUps: [queryThis, reverseThis, queryIt],
  notes: [
    'Sandbox: 20 digits ending in 1 succeed, 2 internal error, 3 failed, 4 time-out, 5 service not available. The testing page names input_CustomerMSISDN, whose own pattern forbids them; they work in input_ThirdPartyReference too.',
    'SDK examples send 000000000001 with any reference and succeed.',
  ],
  sources: [pages, golangTanzania, pypesa, testing],
})

const query = defineOperation({
  name: 'direct-debit-query',
  title: 'Direct debit: query mandate',
  summary: 'Tells the state of a mandate and, if asked, whether the customer’s balance covers an amount.',
  group: 'Direct debit',
  evidence: 'portal',
  method: 'GET',
  path: '/queryDirectDebit/',
  movesMoney: false,
  fields: [
    {
      name: 'input_QueryBalanceAmount',
      kind: 'choice',
      type: 'string',
      required: true,
      choices: [
        { value: 'True', label: 'Test the balance' },
        { value: 'False', label: 'Do not' },
      ],
      help: 'Whether to test the customer’s balance.',
      example: 'True',
      sources: [pages],
    },
    amount({
      name: 'input_BalanceAmount',
      required: false,
      help: 'The amount to test. Needed when the balance is tested.',
      example: '200',
      prefill: { from: 'example' },
    }),
    country,
    debited({}),
    msisdnToken,
    provider,
    conversationId,
    mandateReference,
    mandateId,
    currency,
  ],
  rules: [whoseMandate],
  acknowledgement: {
    success: {
      httpStatus: 200,
      body: answered({
        ...reference,
        output_SufficientBalance: 'True',
        ...token,
        output_MandateID: '20417',
        output_MandateStatus: 'Active',
        output_AccountStatus: 'Active',
        output_FirstPaymentDate: '20260901',
        output_Frequency: '04',
        output_PaymentDayFrom: '01',
        output_PaymentDayTo: '05',
        output_ExpiryDate: '20270831',
      }),
    },
    failure: { httpStatus: 400, body: refused('INS-58', 'No Active Mandate found') },
    variants: [
      {
        when: 'Neither number nor token',
        httpStatus: 500,
        body: refused('INS-57', 'Either MSISDN or MSISDNToken required'),
        note: 'HTTP 500, yet final.',
      },
    ],
  },
  callbacks: [
    mandateState({
      input_TransactionReference: 'MANDATE000731',
      input_SufficientBalance: 'True',
      input_MsisdnToken: sample.token,
      input_MandateID: '20417',
      input_MandateStatus: 'Active',
      input_AccountStatus: 'Active',
      input_FirstPaymentDate: '20260901',
      input_Frequency: '04',
      input_PaymentDayFrom: '01',
      input_PaymentDayTo: '05',
      input_ExpiryDate: '20270831',
    }),
  ],
  followUps: [payIt, cancelIt],
  notes: [
    'Some refusals of this call carry HTTP 500 (INS-52, INS-57): they are final. Only INS-1 with 500 leaves the outcome open.',
    'Sandbox, by input_ThirdPartyReference: 20 digits ending in 1 succeed, 2 and 5 internal error, 3 failed, 4 time-out; twenty nines are no use case.',
    'Sandbox: input_CustomerMSISDN 000000000001 to …004 gives the account status, input_MandateID 000001 to 000004 the mandate status, and input_BalanceAmount above 500 an insufficient balance.',
  ],
  sources: [pages, golangTanzania, goSdk, testing],
})

const cancel = defineOperation({
  name: 'direct-debit-cancel',
  title: 'Direct debit: cancel mandate',
  summary: 'Ends a mandate.',
  group: 'Direct debit',
  evidence: 'portal',
  method: 'PUT',
  path: '/directDebitCancel/',
  movesMoney: false,
  fields: [msisdnToken, debited({}), country, provider, mandateReference, conversationId, mandateId],
  rules: [whoseMandate],
  acknowledgement: {
    success: { httpStatus: 201, body: answered({ ...reference, ...token }) },
    failure: {
      httpStatus: 401,
      body: refused('INS-6', 'Mandate does not exist', { output_TransactionReference: 'N/A' }),
    },
  },
  callbacks: [result({ input_TransactionReference: 'MANDATE000731', input_MsisdnToken: sample.token })],
  followUps: [queryIt],
  notes: [
    'The portal’s samples for this page call the payment path by mistake.',
    'Sandbox, by input_ThirdPartyReference: 20 digits ending in 1 succeed, 2 internal error, 3 no such mandate, 4 time-out, 5 service not available; twenty nines are no use case.',
  ],
  sources: [pages, golangTanzania, goSdk, testing],
})

export const directDebitOperations: readonly Operation[] = [create, pay, query, cancel]
