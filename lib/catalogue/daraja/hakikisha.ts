import { msisdn, paidFor, reference, shortcode, text } from './fields'
import { answers } from './messages'
import { defineOperation } from './operation'
import { darajaJs, pythonSdk, rentProject } from './sources'

export const c2bHakikishaNotify = defineOperation({
  name: 'c2b-hakikisha-notify',
  title: 'C2B Hakikisha: account name check',
  summary:
    'Safaricom calls you: it asks whose account the payer typed, and shows your answer before the payer confirms. You host this endpoint.',
  group: 'C2B',
  status: 'commercial',
  evidence: 'secondary',
  path: '/c2b_hakikisha/v1/notify',
  version: 'v1',
  direction: 'inbound',
  auth: {
    type: 'bearer',
    uses: [],
    note: 'The token is yours: Safaricom first fetches it from your own POST /auth/v1/generate?grant_type=client_credentials with the Basic credentials that you gave it.',
  },
  fields: [
    reference({
      name: 'requestId',
      help: 'The caller’s id of this lookup.',
      example: '0f6f1f6e-6b0e-4f63-9d0f-1f0b6a1d2c11',
      derive: 'daraja.request-id',
    }),
    text({
      name: 'timestamp',
      pattern: '^[0-9]{10}$',
      help: 'Seconds since 1970.',
      example: '1795155330',
      derive: 'daraja.epoch-seconds',
    }),
    paidFor({
      name: 'accountNumber',
      help: 'The account number as the payer typed it.',
      example: 'INV-2041',
    }),
    shortcode({ name: 'shortcode', help: 'Your paybill.' }),
  ],
  acknowledgement: {
    success: answers({ accountName: 'Asha Test Account' }),
    failure: { httpStatus: 404, body: { message: 'account not found' }, note: 'Error form unconfirmed.' },
  },
  notes: [
    'You host both the token and the notify endpoint.',
    'Offered together with B2C Hakikisha, under a contract that goes both ways.',
    'No page of the portal describes it: take the field names as likely.',
  ],
  sources: [pythonSdk, rentProject],
})

export const b2cHakikisha = defineOperation({
  name: 'b2c-hakikisha',
  refusesAs: 'identity',
  title: 'B2C Hakikisha: name check before payout',
  summary: 'Looks up who owns a phone number, so that a payout does not go to a stranger.',
  group: 'B2C',
  status: 'commercial',
  evidence: 'secondary',
  path: '/mpesa/b2c/hakikisha/v1/hakikisha',
  version: 'v1',
  fields: [
    reference({
      name: 'header.requestID',
      key: 'third-party-reference',
      help: 'Your own id of this lookup; it comes back in the answer.',
      example: '8c6d2f1e-7a40-4c0d-9f18-55f0e2a9b111',
      derive: 'daraja.request-id',
    }),
    text({
      name: 'header.timestamp',
      help: 'Seconds since 1970, as text. Some samples write YYYYMMDDHHmmss instead.',
      example: '1795155330',
      derive: 'daraja.epoch-seconds',
    }),
    msisdn({ name: 'body.msisdn', help: 'The phone to look up.' }),
    shortcode({ name: 'body.shortcode', help: 'Your shortcode.' }),
  ],
  acknowledgement: {
    success: answers({
      header: {
        requestID: '8c6d2f1e-7a40-4c0d-9f18-55f0e2a9b111',
        timestamp: '1795155330',
        status: '200',
        message: 'Success',
      },
      body: { firstName: 'Asha', middleName: 'T******', lastName: 'M******' },
    }),
    failure: answers(
      {
        header: {
          requestID: '8c6d2f1e-7a40-4c0d-9f18-55f0e2a9b111',
          timestamp: '20261120091530',
          status: '400',
          message: 'Error',
        },
        body: { message: 'The customer does not exist.' },
      },
      400,
    ),
  },
  notes: [
    'The answer comes at once; there is no callback.',
    'Free, but only with Safaricom’s approval. The portal prints no production address.',
  ],
  sources: [darajaJs],
})
