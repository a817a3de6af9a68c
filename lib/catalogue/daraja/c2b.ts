import type { FollowUp, WireExample } from '@/lib/catalogue/types'
import { c2bCallbacks } from './callbacks'
import { amount, callbackUrl, choice, msisdn, orInteger, orString, paidFor, shortcode } from './fields'
import { answers, refuses } from './messages'
import { checkStatusOfPaymentTo, defineOperation, reversePaymentTo } from './operation'
import { captures, nodeLibraryIssue, portal, tutorial, wooIssue } from './sources'

const registrationFields = [
  shortcode({
    name: 'ShortCode',
    ...orInteger,
    help: 'The paybill or till whose payments you want to hear of.',
  }),
  choice({
    name: 'ResponseType',
    help: 'What M-PESA does with a payment when your validation URL gives no answer in time. The spelling counts, capital letter included.',
    choices: [
      { value: 'Completed', label: 'Completed: let the payment through' },
      { value: 'Cancelled', label: 'Cancelled: turn the payment down' },
    ],
  }),
  callbackUrl({
    name: 'ConfirmationURL',
    suffix: '/confirmation',
    help: 'Told of every payment that went through.',
    example: 'https://hooks.example.test/d/c2b/confirm',
  }),
  callbackUrl({
    name: 'ValidationURL',
    suffix: '/validation',
    help: 'Asked before a payment goes through, but only where external validation was switched on for the shortcode.',
    example: 'https://hooks.example.test/d/c2b/validate',
  }),
]

const registrationSources = [
  portal('Customer to Business, register URL'),
  portal('Customer to Business'),
  captures,
  tutorial,
  nodeLibraryIssue,
  wooIssue,
]

const registrationNotes = [
  'OriginatorCoversationID lacks an n on the wire.',
  'The sandbox takes a registration any number of times, and the portal advises one before every simulation. Production takes one: to change it, delete the pair under Self Services, URL Management (two operators approve) or ask support, then register again.',
  'Version 1 reports the payer as a SHA-256 digest, version 2 as a masked number such as 2547 ***** 149. The oldest version 1 notices had the number itself.',
  'The M-PESA Express shortcode 174379 fails here. Use one of the C2B test shortcodes.',
]

const registration = {
  group: 'C2B',
  refusesAs: 'c2b-register',
  registers: true as const,
  evidence: 'portal' as const,
  fields: registrationFields,
  asynchronous: true,
  timing:
    'A validation has about 8 s for its answer. Switching external validation on takes about 6 h according to the portal, 24 working hours according to the older FAQ.',
  notes: registrationNotes,
  sources: registrationSources,
}

const registered = answers({
  OriginatorCoversationID: '5d7a-4c0b-8e13-2fa9c70b16d447120455',
  ResponseCode: '0',
  ResponseDescription: 'Success',
})
const alreadyRegistered = refuses(500, '500.003.1001', 'Urls are already registered.')
const registrationVariants: WireExample[] = [
  {
    when: 'Live sandbox, Sept-Oct 2026',
    ...answers({
      OriginatorCoversationID: '5d7a-4c0b-8e13-2fa9c70b16d447120455',
      ResponseCode: '00000000',
      ResponseDescription: 'Success',
    }),
  },
  refuses(
    401,
    '401.003.01',
    'Error Occurred - Invalid Access Token - Invalid API call as no apiproduct match found',
    { when: 'The app has the product of the other version' },
  ),
]

export const c2bRegisterV1 = defineOperation({
  ...registration,
  name: 'c2b-register-v1',
  answersAs: 'c2b-register',
  title: 'C2B register URLs v1',
  summary:
    'Tells M-PESA where to ask about and announce payments that customers make to your paybill or till. The older version, which hashes phone numbers.',
  status: 'legacy',
  supersededBy: 'daraja.c2b-register-v2',
  path: '/mpesa/c2b/v1/registerurl',
  version: 'v1',
  acknowledgement: {
    success: registered,
    failure: alreadyRegistered,
    successRule:
      'ResponseCode of zeros only ("0" or "00000000"). The early form has no ResponseCode and the description success.',
  },
  variants: [
    ...registrationVariants,
    {
      when: 'Early version 1',
      ...answers({ ConversationID: '', OriginatorCoversationID: '', ResponseDescription: 'success' }),
    },
  ],
  callbacks: c2bCallbacks('v1', { validation: 'ValidationURL', confirmation: 'ConfirmationURL' }),
})

export const c2bRegisterV2 = defineOperation({
  ...registration,
  name: 'c2b-register-v2',
  answersAs: 'c2b-register',
  title: 'C2B register URLs v2',
  summary:
    'Tells M-PESA where to ask about and announce payments that customers make to your paybill or till.',
  status: 'current',
  path: '/mpesa/c2b/v2/registerurl',
  version: 'v2',
  acknowledgement: {
    success: registered,
    failure: alreadyRegistered,
    successRule: 'ResponseCode of zeros only ("0" or "00000000").',
  },
  variants: registrationVariants,
  callbacks: c2bCallbacks('v2', { validation: 'ValidationURL', confirmation: 'ConfirmationURL' }),
})

const simulationFollowUps: FollowUp[] = [checkStatusOfPaymentTo('ShortCode'), reversePaymentTo('ShortCode')]

const simulation = {
  group: 'C2B',
  refusesAs: 'c2b',
  fields: [
    shortcode({ name: 'ShortCode', ...orInteger, help: 'A test shortcode that has URLs registered.' }),
    choice({
      name: 'CommandID',
      help: 'Whether the customer pays a paybill or a till.',
      choices: [
        { value: 'CustomerPayBillOnline', label: 'CustomerPayBillOnline: to a paybill' },
        { value: 'CustomerBuyGoodsOnline', label: 'CustomerBuyGoodsOnline: to a till' },
      ],
    }),
    amount({
      name: 'Amount',
      type: 'integer',
      ...orString,
      pattern: undefined,
      minimum: 1,
      help: 'What the customer pays, in whole shillings.',
      example: 150,
    }),
    msisdn({
      name: 'Msisdn',
      type: 'integer',
      ...orString,
      help: 'The paying phone. In Safaricom’s sandbox only the published test number exists.',
      example: 254708374149,
    }),
    paidFor({
      name: 'BillRefNumber',
      help: 'The account number of a paybill payment. Leave it out for a till: any value makes that request fail.',
      required: false,
      maxLength: 20,
      // Digits: Safaricom’s own sheet of test cases wants letters refused.
      example: '2041',
      // The command that the form begins with needs it.
      prefill: { from: 'example' },
    }),
  ],
  rules: [
    {
      kind: 'absent-when' as const,
      field: 'BillRefNumber',
      when: { field: 'CommandID', equals: 'CustomerBuyGoodsOnline' },
      message: 'A till payment has no account number: clear BillRefNumber, or choose CustomerPayBillOnline.',
    },
  ],
  asynchronous: true,
  movesMoney: true,
  followUps: simulationFollowUps,
  timing: 'The tutorial saw notices within about 10 s. Many people report that none came from the sandbox.',
  notes: ['Does not exist in production, although the portal prints a production address.'],
  sources: [portal('Customer to Business'), captures, tutorial],
}

const simulated = answers({
  OriginatorCoversationID: '5d7a-4c0b-8e13-2fa9c70b16d447120456',
  ResponseCode: '0',
  ResponseDescription: 'Accept the service request successfully.',
})
const registeredUrls = {
  validation: 'registered ValidationURL',
  confirmation: 'registered ConfirmationURL',
}

export const c2bSimulateV1 = defineOperation({
  ...simulation,
  name: 'c2b-simulate-v1',
  answersAs: 'c2b-simulate',
  title: 'C2B simulate payment v1',
  summary: 'Lets a test customer pay your test shortcode, to see the notices that follow. The older version.',
  status: 'sandbox-only-legacy',
  evidence: 'secondary',
  supersededBy: 'daraja.c2b-simulate-v2',
  path: '/mpesa/c2b/v1/simulate',
  version: 'v1',
  acknowledgement: {
    success: simulated,
    failure: refuses(400, '400.003.02', 'Bad Request'),
    successRule: 'ResponseCode "0". The early form has a ResponseDescription that begins with Accept.',
  },
  variants: [
    {
      when: 'Early version 1',
      ...answers({
        ConversationID: 'AG_20261120_00006c1f8a9e0b4d2f73',
        OriginatorCoversationID: '27118-640215-1',
        ResponseDescription: 'Accept the service request successfully.',
      }),
    },
  ],
  callbacks: c2bCallbacks('v1', registeredUrls),
})

export const c2bSimulateV2 = defineOperation({
  ...simulation,
  name: 'c2b-simulate-v2',
  answersAs: 'c2b-simulate',
  title: 'C2B simulate payment v2',
  summary: 'Lets a test customer pay your test shortcode, to see the notices that follow.',
  status: 'sandbox-only',
  evidence: 'portal',
  path: '/mpesa/c2b/v2/simulate',
  version: 'v2',
  acknowledgement: {
    success: simulated,
    failure: refuses(400, '400.003.02', 'Bad Request'),
    successRule: 'ResponseCode "0".',
  },
  callbacks: c2bCallbacks('v2', registeredUrls),
})
