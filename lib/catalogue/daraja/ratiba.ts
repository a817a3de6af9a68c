import { promptWait } from '../longest-waits'
import { callback } from './callbacks'
import { amount, callbackUrl, choice, identifierTypes, msisdn, paidFor, shortcode, text } from './fields'
import { answers } from './messages'
import { defineOperation } from './operation'
import { captures, darajaJs, portal, sdkNet } from './sources'

const day = { kind: 'date' as const, pattern: '^[0-9]{8}$' }

export const ratibaCreate = defineOperation({
  name: 'ratiba-create',
  refusesAs: 'ratiba',
  title: 'M-PESA Ratiba: create a standing order',
  summary:
    'Asks a customer to agree to a payment that repeats. The prompt’s outcome comes to the CallBackURL.',
  group: 'Ratiba',
  status: 'commercial',
  evidence: 'portal',
  path: '/standingorder/v1/createStandingOrderExternal',
  version: 'v1',
  fields: [
    text({
      name: 'StandingOrderName',
      help: 'A name that this customer has no other order under.',
      example: 'Jaribu hosting',
    }),
    text({ ...day, name: 'StartDate', help: 'The first payment, as YYYYMMDD.', example: '20261201' }),
    text({ ...day, name: 'EndDate', help: 'The last payment, as YYYYMMDD.', example: '20271201' }),
    shortcode({
      name: 'BusinessShortCode',
      help: 'The paybill or till that is paid. In the sandbox only the one issued to the app.',
      example: '174379',
      prefill: { from: 'credential', name: 'lnmShortcode' },
    }),
    choice({
      name: 'TransactionType',
      help: 'Whether a paybill or a till is paid. The portal misspells Merchant; one older copy does not.',
      choices: [
        { value: 'Standing Order Customer Pay Bill', label: 'Standing Order Customer Pay Bill: paybill' },
        {
          value: 'Standing Order Customer Pay Marchant',
          label: 'Standing Order Customer Pay Marchant: till',
        },
      ],
    }),
    choice({
      name: 'ReceiverPartyIdentifierType',
      help: 'What kind of identifier BusinessShortCode is.',
      choices: [
        { ...identifierTypes.shortcode, label: '4: paybill' },
        { ...identifierTypes.till, label: '2: till' },
      ],
    }),
    amount({
      name: 'Amount',
      alsoAccepts: undefined,
      help: 'Whole shillings, taken each time.',
      example: '450',
    }),
    msisdn({ name: 'PartyA', help: 'The customer’s phone.' }),
    callbackUrl({
      name: 'CallBackURL',
      help: 'Where it is posted whether the order was set up.',
      example: 'https://hooks.example.test/d/ratiba',
    }),
    paidFor({
      name: 'AccountReference',
      maxLength: 12,
      help: 'The account that a paybill order pays.',
      example: 'ACC-88120',
    }),
    text({ name: 'TransactionDesc', maxLength: 13, help: 'A free note.', example: 'Hosting' }),
    choice({
      name: 'Frequency',
      help: 'How often it is paid.',
      choices: [
        { value: '1', label: '1: once' },
        { value: '2', label: '2: daily' },
        { value: '3', label: '3: weekly' },
        { value: '4', label: '4: monthly' },
        { value: '5', label: '5: every two months' },
        { value: '6', label: '6: every three months' },
        { value: '7', label: '7: twice a year' },
        { value: '8', label: '8: yearly' },
      ],
      example: '4',
      note: 'One project reads 5 as monthly; the portal’s table says every two months.',
    }),
  ],
  rules: [
    {
      kind: 'not-after',
      earlier: 'StartDate',
      later: 'EndDate',
      message: 'The order ends before it begins: put StartDate before EndDate.',
    },
  ],
  asynchronous: true,
  longestWait: promptWait,
  movesMoney: true,
  acknowledgement: {
    success: answers({
      ResponseHeader: {
        responseRefID: '7c1d0f52-8a39-4b44-9d5e-2c0a6b7e4f10',
        responseCode: '200',
        responseDescription: 'Request accepted for processing',
        ResultDesc: 'The service request is processed successfully.',
      },
      ResponseBody: { responseDescription: 'Request accepted for processing', responseCode: '200' },
    }),
    failure: answers(
      {
        requestRefId: '5d7a-4c0b-8e13-2fa9c70b16d447120490',
        responseMessage:
          "Value in field 'BusinessShortCode' can only be what was issued for this application",
        responseCode: 400,
        timestamp: '2026-11-20T06:15:30Z',
      },
      400,
    ),
    successRule: 'ResponseHeader.responseCode "200".',
  },
  callbacks: [
    callback('ratiba-result', { variant: 'success', to: 'CallBackURL' }),
    callback('ratiba-result', {
      variant: 'failure',
      to: 'CallBackURL',
      example: {
        ResponseHeader: {
          responseRefID: '7c1d0f52-8a39-4b44-9d5e-2c0a6b7e4f10',
          requestRefID: 'b6e3a1d9-1c52-47ab-8f57-90d1c2e3a4b5',
          responseCode: '1037',
          responseDescription: 'Error',
        },
        ResponseBody: {
          ResponseData: [
            { Name: 'TransactionID', Value: '0000000000' },
            { Name: 'responseCode', Value: '1037' },
            { Name: 'Status', Value: 'ERROR' },
            { Name: 'Msisdn', Value: '254******149' },
          ],
        },
      },
    }),
  ],
  notes: [
    'Samples disagree on capital letters (responseHeader and ResponseHeader, name and Name): read the keys in any case.',
    'The payments themselves arrive later as ordinary C2B confirmations.',
    'The text mentions PartyB and PhoneNumber; the sample body has neither.',
  ],
  sources: [portal('M-PESA Ratiba'), darajaJs, captures, sdkNet],
})
