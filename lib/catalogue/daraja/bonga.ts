import { callback } from './callbacks'
import { msisdn, paidFor, shortcode, text } from './fields'
import { answers, refuses } from './messages'
import { checkStatusOfPaymentTo, defineOperation } from './operation'
import { captures, darajaJs } from './sources'

const header = (responseMessage: string, customerMessage: string) => ({
  requestRefId: '5d7a-4c0b-8e13-2fa9c70b16d447120480',
  responseCode: 200,
  responseMessage,
  customerMessage,
  timestamp: '2026-11-20T09:15:30.120774310',
})

const bonga = {
  refusesAs: 'identity',
  group: 'Lipa na Bonga',
  status: 'commercial' as const,
  evidence: 'secondary' as const,
  version: 'v1',
}

const figure = { kind: 'number' as const, type: 'number' as const }

export const bongaCalculate = defineOperation({
  ...bonga,
  name: 'bonga-calculate',
  title: 'Lipa na Bonga: value of points',
  summary: 'Tells what a number of Bonga points is worth in shillings.',
  path: '/v1/lipa/na/bonga/calculate-points',
  otherPaths: ['/v1/lipa/na/bonga/calculator-points'],
  fields: [
    text({ name: 'points', kind: 'number', pattern: '^[0-9]+$', help: 'How many points.', example: '40' }),
  ],
  acknowledgement: {
    success: answers({
      header: header('Success', 'Request executed successfully.'),
      body: { amount: '8', points: '40', rate: '0.2' },
    }),
    failure: refuses(401, '401.001', 'Invalid Access Token'),
  },
  notes: ['Another SDK has calculator-points in the path. Which is right is unconfirmed.'],
  sources: [darajaJs],
})

export const bongaRedeem = defineOperation({
  ...bonga,
  name: 'bonga-redeem',
  title: 'Lipa na Bonga: pay with points',
  summary: 'Lets a customer pay your shortcode with Bonga points.',
  path: '/v1/lipa/na/bonga/redeem-paybill',
  fields: [
    msisdn({ name: 'msisdn', help: 'The customer’s phone.' }),
    text({ ...figure, kind: 'amount', name: 'amount', help: 'What is paid, in shillings.', example: 10 }),
    text({ ...figure, name: 'bongaPoints', help: 'How many points that takes.', example: 50 }),
    text({ ...figure, name: 'conversionRate', help: 'Shillings for one point.', example: 0.2 }),
    shortcode({ name: 'shortCode', help: 'Your paybill or till.' }),
    paidFor({ name: 'accountNumber', help: 'The account that is paid.', example: 'INV-2041' }),
  ],
  asynchronous: true,
  movesMoney: true,
  acknowledgement: {
    success: answers({
      header: header('Operation Successfully.', 'Dear customer, your request was processed successfully'),
      body: null,
    }),
    failure: { httpStatus: 404, body: null, note: 'Live sandbox, October 2026: 404 and an empty body.' },
  },
  callbacks: [callback('c2b-confirmation', { to: 'registered C2B ConfirmationURL', confirmed: false })],
  followUps: [checkStatusOfPaymentTo('shortCode')],
  notes: [
    'The outcome comes as a C2B confirmation.',
    'One note asks for Username and SHA-256 Password headers as well: unconfirmed.',
  ],
  sources: [darajaJs, captures],
})
