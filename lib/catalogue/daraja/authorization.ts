import { answers, refuses } from './messages'
import { defineOperation } from './operation'
import { mpesakit, observations, portal, tutorial } from './sources'

export const oauthToken = defineOperation({
  name: 'oauth-token',
  title: 'Generate access token',
  summary:
    'Trades the app’s consumer key and secret for the token that every other call carries. It lives for an hour.',
  group: 'Authorization',
  status: 'current',
  evidence: 'portal',
  method: 'GET',
  path: '/oauth/v1/generate',
  version: 'v1',
  auth: { type: 'basic', uses: ['consumerKey', 'consumerSecret'] },
  body: 'none',
  headers: [{ name: 'Authorization', value: 'Basic {base64(consumerKey:consumerSecret)}' }],
  fields: [
    {
      name: 'grant_type',
      kind: 'choice',
      type: 'string',
      required: true,
      in: 'query',
      const: 'client_credentials',
      help: 'How the token is asked for, in the query. Anything else is refused with 400.008.02.',
      example: 'client_credentials',
      derive: 'daraja.grant-type',
    },
  ],
  acknowledgement: {
    success: answers({ access_token: 'Jr8bUq2nXk0sVtY5wLzA1cPdEf3G', expires_in: '3599' }),
    failure: refuses(400, '400.008.01', 'Invalid Authentication passed'),
    successRule:
      'access_token is there and not empty. expires_in comes as text in most samples and as a number in others.',
  },
  variants: [
    {
      when: 'Wrong key or secret',
      httpStatus: 400,
      body: null,
      note: 'One SDK has a case for an empty body with HTTP 400; others expect 400.008.01.',
    },
    refuses(400, '400.008.02', 'Invalid grant type passed', { when: 'Wrong grant_type' }),
  ],
  timing:
    'Valid for 3600 s, reported as 3599. According to the portal’s FAQ a new token ends the one before: cache it and share it.',
  notes: [
    'The only GET among the payment calls.',
    'Tokens seen so far have 28 characters, letters and digits.',
  ],
  sources: [portal('Authorization'), observations, mpesakit, tutorial],
})
