import { promptWait } from '../longest-waits'
import { callback } from './callbacks'
import {
  amount,
  callbackUrl,
  choice,
  identifierTypes,
  orInteger,
  paidFor,
  reference,
  shortcode,
  text,
} from './fields'
import { answers, refuses } from './messages'
import { checkStatus, defineOperation } from './operation'
import { captures, darajaJs, portal, sdkNet, statum } from './sources'

export const b2bExpressCheckout = defineOperation({
  name: 'b2b-express-checkout',
  refusesAs: 'express',
  title: 'B2B express checkout',
  summary:
    'Asks another merchant’s operator, by a USSD prompt on the phone, to pay your paybill from their till.',
  group: 'B2B',
  status: 'commercial',
  evidence: 'portal',
  path: '/v1/ussdpush/get-msisdn',
  version: 'v1',
  fields: [
    shortcode({
      name: 'primaryShortCode',
      ...orInteger,
      help: 'The till of the merchant who pays.',
      example: '600777',
      prefill: { from: 'credential', name: 'tillNumber' },
    }),
    shortcode({ name: 'receiverShortCode', ...orInteger, help: 'Your paybill, which is paid.' }),
    amount({ name: 'amount', pattern: '^[0-9]+$', help: 'What is paid, in shillings.' }),
    paidFor({
      name: 'paymentRef',
      help: 'The reference that the merchant’s prompt shows.',
      example: 'SUPPLY-2041',
      note: 'One SDK allows 12 characters; the portal names no limit.',
      sources: [portal('B2B Express Checkout'), sdkNet],
    }),
    callbackUrl({
      name: 'callbackUrl',
      help: 'Where the outcome is posted.',
      example: 'https://hooks.example.test/d/express',
    }),
    text({ name: 'partnerName', help: 'Your name, as the merchant knows it.', example: 'Jaribu Supplies' }),
    reference({
      name: 'RequestRefID',
      key: 'third-party-reference',
      help: 'Your own id of this request. The portal’s table writes RequestRefId; its sample and the SDKs write it as here.',
      example: '9b1f7c52-0d64-4f0a-b6a7-6e0f2d1c3b10',
      derive: 'daraja.request-id',
    }),
  ],
  asynchronous: true,
  longestWait: promptWait,
  movesMoney: true,
  acknowledgement: {
    success: answers({ code: '0', status: 'USSD Initiated Successfully' }),
    failure: refuses(401, '401', 'Unauthorized - Invalid Access Token'),
    successRule: 'code "0": the prompt is on its way, nothing is paid yet.',
  },
  callbacks: [
    callback('b2b-express-result', { variant: 'success', to: 'callbackUrl' }),
    callback('b2b-express-result', {
      variant: 'cancelled',
      to: 'callbackUrl',
      example: {
        resultCode: '4001',
        resultDesc: 'User cancelled transaction',
        requestId: '9b1f7c52-0d64-4f0a-b6a7-6e0f2d1c3b10',
        amount: '150.0',
        paymentReference: 'SUPPLY-2041',
      },
    }),
  ],
  followUps: [checkStatus],
  notes: [
    'The path has no /mpesa/ prefix, the body is camelCase and the callback is flat.',
    'The prompt goes only to the operator whose phone is the shortcode’s nominated number; without one the answer is 4104.',
    'The portal’s table of failure parameters belongs to another API and contradicts its own flat sample.',
  ],
  sources: [portal('B2B Express Checkout'), darajaJs, captures, sdkNet],
})

export const queryOrgInfo = defineOperation({
  name: 'query-org-info',
  refusesAs: 'identity',
  title: 'Query organisation info',
  summary: 'Looks up the name behind a paybill or till before you pay it.',
  group: 'B2B',
  status: 'commercial',
  evidence: 'secondary',
  path: '/sfcverify/v1/query/info',
  version: 'v1',
  fields: [
    choice({
      name: 'IdentifierType',
      help: 'Whether you ask about a paybill or a till.',
      choices: [identifierTypes.shortcode, identifierTypes.till],
    }),
    shortcode({ name: 'Identifier', help: 'The shortcode or till to look up.' }),
  ],
  acknowledgement: {
    success: answers({
      ConversationID: '5d7a-4c0b-8e13-2fa9c70b16d447120470',
      ResponseCode: '4000',
      ResponseMessage: 'Success',
      DetailedMessage: 'Request received successfully',
      OrganizationShortCode: '600321',
      OrganizationName: 'Jaribu Test',
      ChargeProfileID: '20013',
    }),
    failure: refuses(401, '401.001', 'Invalid Access Token'),
    successRule:
      'ResponseMessage is Success and OrganizationName is there. The sample has 4000, the table says that 0 is success.',
  },
  notes: [
    'The answer comes at once.',
    'Known values of ChargeProfileID: 20129 is B2B tariff 2; 20142 to 20144 are tariffs for gaming.',
  ],
  sources: [darajaJs, statum],
})
