import { choice, msisdn, reference, shortcode } from './fields'
import { answers, refuses } from './messages'
import { defineOperation } from './operation'
import { portal, pythonSdk, rentProject, sdkNet, statum } from './sources'

const customerNumber = msisdn({ name: 'customerNumber', help: 'The Safaricom number to ask about.' })

const noToken = {
  ...refuses(401, '401.001', 'Invalid Access Token'),
  note: 'The page documents nothing but HTTP status codes.',
}

const check = {
  refusesAs: 'identity',
  group: 'Identity and fraud',
  status: 'commercial' as const,
  evidence: 'portal' as const,
  fields: [customerNumber],
}

export const imsiCheck = defineOperation({
  ...check,
  name: 'imsi-check',
  title: 'IMSI check',
  summary: 'Tells which SIM a number is on, when it was last swapped and since when it is registered.',
  path: '/imsi/v1/checkATI',
  version: 'v1',
  acknowledgement: {
    success: answers({
      requestRefID: '5d7a-4c0b-8e13-2fa9c70b16d447120495',
      responseCode: '200',
      responseDesc: 'Success',
      imsi: '7310945582261907',
      lastSwapDate: '01-05-2026',
      msisdnRegistrationDate: '01-03-2019',
      customerNumber: '254708374149',
    }),
    failure: noToken,
    successRule: 'responseCode "200".',
  },
  notes: [
    'imsi is a hash.',
    'The answer comes at once, although the page calls the service asynchronous.',
    'KES 20 a call, under a signed agreement.',
  ],
  sources: [portal('IMSI'), sdkNet],
})

export const simSwap = defineOperation({
  ...check,
  name: 'sim-swap',
  title: 'SIM swap date',
  summary: 'Tells when a number last moved to another SIM, which is a sign of fraud when it was yesterday.',
  path: '/imsi/v2/checkATI',
  version: 'v2',
  acknowledgement: {
    success: answers({
      requestRefID: '5d7a-4c0b-8e13-2fa9c70b16d447120496',
      responseCode: '200',
      responseDesc: 'Success',
      lastSwapDate: '01-01-1900 00:00',
    }),
    failure: noToken,
    successRule: 'responseCode "200".',
  },
  notes: [
    '01-01-1900 stands for no swap within three years.',
    'KES 50,000 to connect; 200,000 calls are free, then KES 1 each.',
  ],
  sources: [portal('SIM Swap'), sdkNet],
})

export const ageOnNetwork = defineOperation({
  ...check,
  name: 'age-on-network',
  title: 'Age on network',
  summary: 'Tells since when a number has been registered.',
  evidence: 'unconfirmed',
  path: '/registration/lookup/v1/checkATI',
  version: 'v1',
  acknowledgement: {
    success: answers({
      requestRefID: '5d7a-4c0b-8e13-2fa9c70b16d447120497',
      responseCode: '200',
      responseDesc: 'Success',
      msisdnRegistrationDate: '02-03-2018 00:00',
    }),
    failure: noToken,
  },
  notes: [
    'Three SDKs agree on the path. The fields of the answer are unconfirmed, and one SDK has imsi-lookup/v1/checkATI.',
  ],
  sources: [statum, rentProject],
})

export const mobileNumberValidation = defineOperation({
  ...check,
  name: 'mobile-number-validation',
  title: 'Mobile number validation',
  summary: 'Tells whether an identity document belongs to the owner of a number.',
  evidence: 'secondary',
  path: '/v1/KYC-validation/validateID',
  version: 'v1',
  fields: [
    reference({
      name: 'requestRefID',
      key: 'third-party-reference',
      help: 'Your own id of this request.',
      example: 'mnv-2041',
      derive: 'daraja.request-id',
    }),
    shortcode({ name: 'shortCode', pattern: '^[0-9]{5,6}$', help: 'Your shortcode.' }),
    msisdn({ name: 'msisdn', pattern: '^254[0-9]{9}$', help: 'The number to check.' }),
    choice({
      name: 'idType',
      help: 'What kind of document.',
      choices: [
        { value: '01', label: '01: national identity card' },
        { value: '02', label: '02: military card' },
        { value: '05', label: '05: passport' },
      ],
    }),
    reference({ name: 'idNumber', help: 'The number of the document.', example: '12345678' }),
  ],
  acknowledgement: {
    success: answers({
      requestRefID: 'mnv-2041',
      responseCode: '200',
      responseDesc: 'Success',
      status: 'true',
    }),
    failure: noToken,
  },
  notes: ['All that comes back is true or false, as text in status. Other fields are unconfirmed.'],
  sources: [pythonSdk, statum],
})
