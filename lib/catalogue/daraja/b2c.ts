import { resultCallbacks } from './callbacks'
import type { FieldDraft } from './fields'
import {
  amount,
  choice,
  commandId,
  msisdn,
  occasion,
  operator,
  orInteger,
  originatorConversationId,
  remarks,
  resultUrls,
  securityCredential,
  shortcode,
} from './fields'
import {
  acceptedNotDone,
  acceptsRequest,
  invalidInitiator,
  lockedCredential,
  queueTimeoutUrl,
  refuses,
  sample,
} from './messages'
import { checkStatus, checkStatusByConversation, defineOperation, operatorAuth } from './operation'
import { captures, darajaJs, mpesakit, npmMpesaApi, olderPortal, portal, sdkNet, tutorial } from './sources'

const payoutCommand = choice({
  name: 'CommandID',
  maxLength: 64,
  help: 'Why you pay; it decides the text of the receiver’s SMS and the tariff.',
  choices: [
    { value: 'SalaryPayment', label: 'SalaryPayment: wages' },
    { value: 'BusinessPayment', label: 'BusinessPayment: any payment by a business' },
    { value: 'PromotionPayment', label: 'PromotionPayment: a prize or promotion' },
  ],
})

const money: FieldDraft[] = [
  amount({ name: 'Amount', help: 'What you pay, in whole shillings.', minimum: 10, maximum: 250_000 }),
  shortcode({
    name: 'PartyA',
    ...orInteger,
    help: 'The shortcode that pays: a B2C (bulk payment) one, or one with a single account.',
  }),
  msisdn({ name: 'PartyB', ...orInteger, help: 'The phone that is paid.' }),
  remarks,
  ...resultUrls,
  occasion('Occassion', {
    minLength: 1,
    note: 'Safaricom’s sandbox took Occasion as well.',
  }),
]

const reference = queueTimeoutUrl('b2cresults')

const paidParameters = [
  { Key: 'TransactionAmount', Value: 150 },
  { Key: 'TransactionReceipt', Value: sample.receipt },
  { Key: 'B2CRecipientIsRegisteredCustomer', Value: 'Y' },
  { Key: 'B2CChargesPaidAccountAvailableFunds', Value: -310 },
  { Key: 'ReceiverPartyPublicName', Value: '254708374149 - Asha Test' },
  { Key: 'TransactionCompletedDateTime', Value: '20.11.2026 09:15:47' },
  { Key: 'B2CUtilityAccountAvailableFunds', Value: 88150 },
  { Key: 'B2CWorkingAccountAvailableFunds', Value: 120000 },
]

const paid = { receipt: sample.receipt, parameters: paidParameters, references: reference }

const payout = {
  answersAs: 'b2c',
  refusesAs: 'payout',
  group: 'B2C',
  auth: operatorAuth,
  asynchronous: true,
  movesMoney: true,
  followUps: [checkStatus, checkStatusByConversation],
  operatorRole: 'ORG B2C API Initiator',
}

const payoutCallbacks = resultCallbacks(paid, {
  ...invalidInitiator,
  receipt: sample.receipt,
  references: reference,
})

const payoutLimits = [
  'KES 10 to 250,000 in one payment.',
  'A customer may receive KES 500,000 a day and hold at most KES 500,000.',
]

const payoutNotes = [
  'Money leaves the Utility account. A full Working account does not help: ResultCode 1.',
  'The API cannot reverse a payout.',
  'ResultParameter comes in any order: read it by Key.',
  'ReferenceItem is one object here, and a list in B2B results.',
]

export const b2cV1 = defineOperation({
  ...payout,
  name: 'b2c-v1',
  title: 'B2C payment v1',
  summary:
    'Pays a customer from your shortcode. The older version, without a guard against paying twice; still named as the production path in letters of 2026.',
  status: 'legacy',
  supersededBy: 'daraja.b2c-v3',
  evidence: 'secondary',
  path: '/mpesa/b2c/v1/paymentrequest',
  version: 'v1',
  fields: [operator('InitiatorName'), securityCredential, payoutCommand, ...money],
  acknowledgement: {
    success: acceptsRequest(),
    failure: refuses(400, '400.002.02', 'Bad Request - Invalid InitiatorName'),
    successRule: acceptedNotDone,
  },
  callbacks: payoutCallbacks,
  limits: payoutLimits,
  notes: [
    ...payoutNotes,
    'The portal documents only v3 today. A go-live letter of September 2026 names v1 for production, while one list calls it retired. Unresolved: both are offered.',
  ],
  sources: [tutorial, sdkNet, npmMpesaApi, darajaJs],
})

export const b2cV3 = defineOperation({
  ...payout,
  name: 'b2c-v3',
  title: 'B2C payment v3',
  summary:
    'Pays a customer from your shortcode: wages, refunds, prizes. Your own id keeps anyone from being paid twice.',
  status: 'current',
  evidence: 'portal',
  path: '/mpesa/b2c/v3/paymentrequest',
  version: 'v3',
  fields: [originatorConversationId, operator('InitiatorName'), securityCredential, payoutCommand, ...money],
  acknowledgement: {
    success: acceptsRequest('jaribu-2041-0001'),
    failure: refuses(500, '500.002.1001', 'Duplicate OriginatorConversationID.'),
    successRule: acceptedNotDone,
  },
  callbacks: payoutCallbacks,
  limits: payoutLimits,
  notes: [
    ...payoutNotes,
    'The acknowledgement repeats your OriginatorConversationID, yet the portal’s result sample has one of the gateway’s kind. Match by ConversationID too.',
    'SalaryPayment once reached unregistered numbers; according to the portal it no longer does.',
  ],
  sources: [portal('Business to Customer'), mpesakit, olderPortal('B2C')],
})

export const b2pochi = defineOperation({
  ...payout,
  name: 'b2pochi',
  title: 'Business to Pochi',
  summary: 'Pays the Pochi la Biashara wallet of a small trader.',
  status: 'current',
  evidence: 'portal',
  path: '/mpesa/b2pochi/v1/paymentrequest',
  version: 'v1',
  fields: [
    originatorConversationId,
    operator('InitiatorName'),
    securityCredential,
    commandId('BusinessPayToPochi', 'BusinessPayToPochi'),
    ...money,
  ],
  acknowledgement: {
    success: acceptsRequest('jaribu-2041-0002'),
    failure: refuses(401, '401.002.01', 'Error Occurred - Invalid Access Token - '),
    successRule: acceptedNotDone,
  },
  callbacks: resultCallbacks(paid, {
    ...lockedCredential,
    receipt: sample.noReceipt,
    parameters: { Key: 'CreditPartyName', Value: '254708374149 - Asha Test' },
    references: { Key: 'QueueTimeoutURL', Value: 'https://hooks.example.test/d/timeout' },
  }),
  limits: ['KES 10 to 250,000 in one payment.'],
  notes: [
    'The receiver must have a Pochi la Biashara wallet.',
    'The portal says that this path also takes SalaryPayment, BusinessPayment and PromotionPayment.',
    'A failed result of the live sandbox had ResultParameter as one object and the caller’s own QueueTimeOutURL as reference, unlike B2C.',
  ],
  sources: [portal('Business to Pochi'), darajaJs, captures],
})
