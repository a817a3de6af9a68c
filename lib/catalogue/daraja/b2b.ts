import type { Operation } from '@/lib/catalogue/types'
import { resultCallbacks } from './callbacks'
import type { FieldDraft } from './fields'
import {
  amount,
  commandId,
  fixed,
  identifierTypes,
  msisdn,
  occasion,
  operator,
  orInteger,
  paidFor,
  receiverIdentifierType,
  remarks,
  resultUrls,
  securityCredential,
  senderIdentifierType,
  shortcode,
} from './fields'
import type { Parameter, ResultSample } from './messages'
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
import { captures, darajaJs, darajaStudio, olderPortal, portal, tutorial } from './sources'

const partyA = shortcode({ name: 'PartyA', ...orInteger, help: 'Your shortcode, which pays.' })
const partyB = (help: string, told: Partial<FieldDraft> = {}) =>
  shortcode({
    name: 'PartyB',
    ...orInteger,
    help,
    example: '600321',
    prefill: { from: 'example' },
    ...told,
  })
const total = amount({ name: 'Amount', help: 'What you pay, in whole shillings.' })
const account = (told: Partial<FieldDraft> = {}) =>
  paidFor({
    name: 'AccountReference',
    help: 'Your account number at the receiver.',
    maxLength: 13,
    example: 'ACC-88120',
    ...told,
  })
const requester = msisdn({
  name: 'Requester',
  required: false,
  help: 'The phone of the consumer on whose behalf you pay.',
  prefill: { from: 'none' },
})
const quarter = occasion('Occassion', { example: 'Q4' })

const signed = (command: string): FieldDraft[] => [
  operator('Initiator'),
  securityCredential,
  commandId(command, command),
  senderIdentifierType,
]

const balance = '{Amount={CurrencyCode=KES, MinimumAmount=912540, BasicAmount=9125.40}}'
const paidParameters: Parameter[] = [
  { Key: 'DebitAccountBalance', Value: balance },
  { Key: 'Amount', Value: '150.00' },
  {
    Key: 'DebitPartyAffectedAccountBalance',
    Value: 'Working Account|KES|58125.40|9125.40|49000.00|0.00',
  },
  { Key: 'TransCompletedTime', Value: '20261120091547' },
  { Key: 'DebitPartyCharges', Value: '' },
  { Key: 'ReceiverPartyPublicName', Value: '600000 - Jaribu Supplier' },
  { Key: 'Currency', Value: 'KES' },
  { Key: 'InitiatorAccountCurrentBalance', Value: balance },
]

const timeoutUrl = queueTimeoutUrl('b2bresults')
const noOccasion: Parameter = { Key: 'Occassion' }
const billReference = (value: string | number): Parameter => ({ Key: 'BillReferenceNumber', Value: value })
const references = [billReference('ACC-88120'), timeoutUrl, noOccasion]

const paid = { receipt: sample.receipt, parameters: paidParameters, references }
const failed = (told: Partial<ResultSample> = {}): ResultSample => ({
  ...invalidInitiator,
  receipt: sample.noReceipt,
  parameters: { Key: 'BOCompletedTime', Value: 20261120091547 },
  references,
  ...told,
})

const payment = {
  group: 'B2B',
  answersAs: 'b2b',
  path: '/mpesa/b2b/v1/paymentrequest',
  version: 'v1',
  auth: operatorAuth,
  asynchronous: true,
  movesMoney: true,
  followUps: [checkStatus, checkStatusByConversation],
}

const acknowledge = (failure: Operation['acknowledgement']['failure']) => ({
  success: acceptsRequest(),
  failure,
  successRule: acceptedNotDone,
})

const paymentNotes = [
  'Money leaves the Working (MMF) account of PartyA.',
  'Values are text in the portal’s samples and numbers in older ones. Balances come as {Amount={…}} or with bars between the parts: read them leniently.',
  'ReferenceItem is a list, whose last entry may have a Key and no Value.',
  'In failures ResultParameter can shrink to one object.',
]

export const b2bPaybill = defineOperation({
  ...payment,
  name: 'b2b-paybill',
  title: 'Business pay bill',
  summary: 'Pays a bill from your shortcode to another organisation’s paybill.',
  status: 'current',
  evidence: 'portal',
  operatorRole: 'Business Paybill Org API initiator',
  fields: [
    ...signed('BusinessPayBill'),
    receiverIdentifierType(),
    total,
    partyA,
    partyB('The paybill, or a store under it, whose Utility account is paid.'),
    account(),
    requester,
    remarks,
    ...resultUrls,
    quarter,
  ],
  acknowledgement: acknowledge(refuses(404, '404.001.04', 'Invalid Authentication Header')),
  callbacks: resultCallbacks(paid, failed()),
  notes: [...paymentNotes, 'One SDK notes that payments up to KES 100 carry no fee.'],
  sources: [portal('Business Pay Bill'), captures, olderPortal('Business Pay Bill'), tutorial],
})

export const b2bBuygoods = defineOperation({
  ...payment,
  name: 'b2b-buygoods',
  title: 'Business buy goods',
  summary: 'Pays from your shortcode to a merchant’s till.',
  status: 'current',
  evidence: 'portal',
  operatorRole: 'Business Buy Goods Org API initiator',
  fields: [
    ...signed('BusinessBuyGoods'),
    receiverIdentifierType({
      choices: [identifierTypes.shortcode, identifierTypes.till],
      note: 'The portal knows only 4. One SDK met SFC_IC0003 in production when the type did not fit the receiver (paybill 4, till 2). Unresolved.',
      sources: [portal('Business Buy Goods'), darajaJs],
    }),
    total,
    partyA,
    partyB('The till, store or head-office number whose Merchant account is paid.', { example: '303030' }),
    account(),
    requester,
    remarks,
    ...resultUrls,
    quarter,
  ],
  acknowledgement: acknowledge(refuses(400, '400.002.05', 'Invalid Request Payload')),
  callbacks: resultCallbacks(
    paid,
    failed({ ...lockedCredential, parameters: undefined, references: [timeoutUrl, noOccasion] }),
  ),
  notes: [
    ...paymentNotes,
    'A failed result of the live sandbox had no BillReferenceNumber among its references.',
  ],
  sources: [portal('Business Buy Goods'), captures, darajaJs],
})

export const b2cAccountTopup = defineOperation({
  ...payment,
  name: 'b2c-account-topup',
  title: 'B2C account top-up',
  summary: 'Moves money from your paybill to a B2C shortcode, so that payouts can be made from it.',
  status: 'current',
  evidence: 'portal',
  operatorRole: 'Org Business Pay to Bulk API initiator',
  fields: [
    ...signed('BusinessPayToBulk'),
    receiverIdentifierType(),
    total,
    partyA,
    partyB('The B2C shortcode whose Utility account is filled.'),
    account(),
    requester,
    remarks,
    ...resultUrls,
  ],
  acknowledgement: acknowledge(refuses(500, '500.003.02', 'Error Occurred: Spike Arrest Violation')),
  callbacks: resultCallbacks(
    paid,
    failed({
      parameters: billReference(20410001),
      references: [billReference(20410001), timeoutUrl, noOccasion],
    }),
  ),
  notes: paymentNotes,
  sources: [portal('B2C Account Top Up'), darajaJs, captures],
})

export const b2bMmfToUtility = defineOperation({
  ...payment,
  name: 'b2b-mmf-to-utility',
  title: 'Move float: Working to Utility',
  summary:
    'Moves money between two accounts of your own shortcode: from Working to Utility, where payouts come from.',
  status: 'commercial',
  evidence: 'secondary',
  operatorRole: 'API support has to allow it for the operator.',
  fields: [
    ...signed('BusinessTransferFromMMFToUtility'),
    receiverIdentifierType(),
    total,
    partyA,
    partyB('Your shortcode again.', {
      example: '600321',
      prefill: { from: 'credential', name: 'shortcode' },
    }),
    remarks,
    ...resultUrls,
    quarter,
  ],
  rules: [
    {
      kind: 'same',
      fields: ['PartyA', 'PartyB'],
      message: 'Float moves within one shortcode: make PartyB the same as PartyA.',
    },
  ],
  acknowledgement: acknowledge(refuses(400, '400.002.02', 'Bad Request - Invalid CommandID')),
  callbacks: resultCallbacks(
    { ...paid, references: [timeoutUrl, noOccasion] },
    failed({
      code: 21,
      description: 'The initiator is not allowed to initiate this request',
      parameters: undefined,
      references: [timeoutUrl],
    }),
  ),
  notes: [
    'Named in the portal’s B2C questions. The body is taken to equal the other B2B calls: unconfirmed.',
    'The other way round, Utility to Working, ends in ResultCode 21; only the organisation portal can do it.',
  ],
  sources: [portal('Business to Customer'), darajaJs, darajaStudio],
})

const historic = (told: {
  name: string
  command: string
  supersededBy: string
  summary: string
  moves: string
}): Operation =>
  defineOperation({
    ...payment,
    name: told.name,
    title: `B2B ${told.command}`,
    summary: told.summary,
    status: 'historic',
    evidence: 'secondary',
    supersededBy: told.supersededBy,
    fields: [
      ...signed(told.command),
      receiverIdentifierType(),
      total,
      partyA,
      partyB('The other organisation’s shortcode.'),
      account({ required: false }),
      remarks,
      ...resultUrls,
    ],
    acknowledgement: acknowledge(refuses(400, '400.002.02', 'Bad Request - Invalid CommandID')),
    callbacks: resultCallbacks(paid, failed()),
    notes: [
      told.moves,
      'One of the five commands of the first B2B API, switched off in January 2019 according to the tutorial. Only BusinessPayBill needed an AccountReference. Kept for old integrations and test sheets.',
      'Old documents list more commands: MerchantTransferFromMerchantToWorking, MerchantServicesMMFAccountTransfer, AgencyFloatAdvance.',
    ],
    sources: [tutorial],
  })

export const b2bHistoricDisburse = historic({
  name: 'b2b-historic-disburse',
  command: 'DisburseFundsToBusiness',
  supersededBy: 'daraja.b2b-paybill',
  summary: 'Paid another organisation from the Utility account. Switched off; kept for old integrations.',
  moves: 'From the Utility account of one organisation to the Working account of another.',
})

export const b2bHistoricTransfer = historic({
  name: 'b2b-historic-transfer',
  command: 'BusinessToBusinessTransfer',
  supersededBy: 'daraja.b2b-paybill',
  summary:
    'Moved money between two organisations’ Working accounts. Switched off; kept for old integrations.',
  moves: 'From Working account to Working account.',
})

export const b2bHistoricMerchant = historic({
  name: 'b2b-historic-merchant',
  command: 'MerchantToMerchantTransfer',
  supersededBy: 'daraja.b2b-buygoods',
  summary: 'Moved money between two merchants. Switched off; kept for old integrations.',
  moves: 'From Merchant account to Merchant account.',
})

export const taxRemittance = defineOperation({
  ...payment,
  name: 'tax-remittance',
  refusesAs: 'tax',
  title: 'Tax remittance to KRA',
  summary: 'Pays tax from your shortcode to the Kenya Revenue Authority.',
  status: 'current',
  evidence: 'portal',
  path: '/mpesa/b2b/v1/remittax',
  operatorRole: 'Tax Remittance to KRA API',
  fields: [
    ...signed('PayTaxToKRA'),
    receiverIdentifierType(),
    total,
    partyA,
    fixed({
      name: 'PartyB',
      const: '572572',
      label: '572572: KRA',
      ...orInteger,
      pattern: '^[0-9]{5,7}$',
      help: 'KRA’s collection account. No other receiver is allowed.',
    }),
    paidFor({
      name: 'AccountReference',
      help: 'The payment registration number (PRN) that KRA gave you.',
      example: 'PRN2041XN',
    }),
    remarks,
    ...resultUrls,
  ],
  acknowledgement: acknowledge(refuses(404, '404.001.04', 'Invalid Access Token')),
  callbacks: resultCallbacks(
    paid,
    failed({
      parameters: [{ Key: 'BOCompletedTime', Value: '20261120091547' }],
      references: [billReference('PRN2041XN'), timeoutUrl],
    }),
  ),
  notes: [
    'AccountReference carries KRA’s payment registration number.',
    'You get those numbers only after integrating with KRA.',
  ],
  sources: [portal('Tax Remittance'), darajaJs, captures],
})
