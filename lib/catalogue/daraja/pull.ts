import { callbackUrl, fixed, msisdn, orInteger, shortcode, text } from './fields'
import { answers, refuses } from './messages'
import { defineOperation } from './operation'
import { captures, darajaJs, portal, sdkNet } from './sources'

const dateTime = {
  kind: 'datetime' as const,
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{1,2}:[0-9]{2}(:[0-9]{2,3})?$',
}

export const pullRegister = defineOperation({
  name: 'pull-register',
  registers: true,
  refusesAs: 'identity',
  title: 'Pull transactions: register',
  summary: 'Lets a shortcode ask later for payments whose notices it missed. Done once.',
  group: 'C2B',
  status: 'current',
  evidence: 'portal',
  path: '/pulltransactions/v1/register',
  version: 'v1',
  fields: [
    shortcode({ name: 'ShortCode', ...orInteger, help: 'Your live shortcode.' }),
    fixed({ name: 'RequestType', const: 'Pull', label: 'Pull', help: 'There is one request type.' }),
    msisdn({
      name: 'NominatedNumber',
      pattern: '^(254|0)(7|1)[0-9]{8}$',
      help: 'The Safaricom number that the organisation’s KYC details name. Not the shortcode.',
    }),
    callbackUrl({
      name: 'CallBackURL',
      help: 'An address that is kept with the registration.',
      example: 'https://hooks.example.test/d/pull',
    }),
  ],
  acknowledgement: {
    success: answers({
      ResponseRefID: '5d7a-4c0b-8e13-2fa9c70b16d447120460',
      ResponseStatus: '1000',
      ShortCode: '600321',
      ResponseDescription: 'Shortcode Registered Successfully',
    }),
    failure: refuses(401, '401.001', 'Error Occurred - Invalid Access Token - '),
    successRule:
      '1000 is registered and 1001 was registered before. The portal names the key ResponseStatus; one SDK reads "Response Status" with a space.',
  },
  notes: [
    'The path has no /mpesa/ prefix.',
    'Once per shortcode, which must be live with C2B. The sandbox may refuse with 401.',
  ],
  sources: [portal('Pull Transactions'), sdkNet, darajaJs, captures],
})

export const pullQuery = defineOperation({
  name: 'pull-query',
  refusesAs: 'identity',
  title: 'Pull transactions: query',
  summary: 'Lists payments to a registered shortcode within the last 48 hours.',
  group: 'C2B',
  status: 'current',
  evidence: 'portal',
  path: '/pulltransactions/v1/query',
  version: 'v1',
  fields: [
    shortcode({ name: 'ShortCode', ...orInteger, help: 'A shortcode that was registered for pulling.' }),
    text({
      ...dateTime,
      name: 'StartDate',
      help: 'Where the window begins, in Nairobi time.',
      example: '2026-11-19 08:00:00',
    }),
    text({ ...dateTime, name: 'EndDate', help: 'Where the window ends.', example: '2026-11-20 08:00:00' }),
    text({
      name: 'OffSetValue',
      kind: 'number',
      ...orInteger,
      pattern: '^[0-9]+$',
      help: 'How many rows to skip. The wire name has a capital S.',
      example: '0',
    }),
  ],
  rules: [
    {
      kind: 'not-after',
      earlier: 'StartDate',
      later: 'EndDate',
      message: 'The window ends before it begins: put StartDate before EndDate.',
    },
  ],
  acknowledgement: {
    success: answers({
      ResponseRefID: '5d7a-4c0b-8e13-2fa9c70b16d447120461',
      ResponseCode: '1000',
      ResponseMessage: 'Success',
      Response: [
        [
          {
            transactionId: 'UKK4T9W2QX',
            trxDate: '2026-11-20T06:15:47Z',
            msisdn: '254708374149',
            sender: 'MPESA',
            transactiontype: 'c2b-pay-bill-debit',
            billreference: 'INV-2041',
            amount: '150.0',
            organizationname: 'Jaribu Test',
          },
        ],
      ],
    }),
    failure: refuses(401, '401.001', 'Invalid Access Token'),
    successRule: 'ResponseCode 1000. The rows sit in a list within a list.',
  },
  variants: [
    {
      when: 'Nothing in the window, live sandbox',
      ...answers({
        RequestID: '5d7a-4c0b-8e13-2fa9c70b16d447120461',
        ResponseCode: '1001',
        ResponseMessage: 'No records found or Organization Name not available',
      }),
    },
    refuses(400, '400.001', 'Invalid ShortCode', { when: 'Unknown shortcode' }),
  ],
  timing: 'Reaches back 48 hours and no further.',
  notes: [
    'The portal’s text says GET and shows a JSON body; the SDKs read for this entry POST it.',
    'msisdn is said to be the whole number. That would make this the way to learn who is behind a masked notice.',
  ],
  sources: [portal('Pull Transactions'), sdkNet, captures],
})
