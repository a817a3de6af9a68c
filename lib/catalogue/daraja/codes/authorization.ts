import { mpesakit, portal } from '../sources'
import { codesOf, operations, sdkTable } from './code'

const token = { operations: operations('oauth-token') }
const older = {
  ...token,
  confirmed: false,
  source: sdkTable,
  note: 'From older text of the portal; the body was {resultCode, resultDesc}.',
}

/** Answers of the token call. */
export const authorizationCodes = codesOf('api', [
  {
    ...token,
    id: 'oauth-bad-auth',
    code: '400.008.01',
    message: 'Invalid Authentication passed',
    cause: 'There was no Basic header, or key and secret are wrong or belong to the other environment.',
    cure: 'Send Basic base64(key:secret) with the pair of the app in this environment. Look for spaces and line breaks at the ends.',
    httpStatus: 400,
    source: `${portal('Authorization')}; several SDKs`,
  },
  {
    ...token,
    id: 'oauth-bad-grant',
    code: '400.008.02',
    message: 'Invalid grant type passed',
    cause: 'grant_type is missing or is not client_credentials.',
    cure: 'End the address with ?grant_type=client_credentials.',
    httpStatus: 400,
    source: portal('Authorization'),
  },
  {
    ...token,
    id: 'oauth-empty-400',
    message: '(HTTP 400 with an empty body)',
    cause: 'Key and secret were not accepted; one SDK has met this form.',
    cure: 'Check key and secret, as for 400.008.01.',
    httpStatus: 400,
    source: mpesakit,
  },
  {
    ...older,
    id: 'oauth-999991',
    code: '999991',
    message: 'Invalid client id passed',
    cause: 'The consumer key, which is the Basic user name, is wrong.',
    cure: 'Copy the key from the app again.',
  },
  {
    ...older,
    id: 'oauth-999996',
    code: '999996',
    message: 'Invalid Authentication passed',
    cause: 'The Authorization header is of another kind than Basic.',
    cure: 'Use Basic.',
  },
  {
    ...older,
    id: 'oauth-999997',
    code: '999997',
    message: 'Invalid Authorization Header',
    cause: 'The consumer secret is wrong.',
    cure: 'Copy the secret from the app again.',
  },
  {
    ...older,
    id: 'oauth-999998',
    code: '999998',
    message: 'Required parameter [grant_type] is invalid or empty',
    cause: 'grant_type is missing.',
    cure: 'Send grant_type=client_credentials.',
  },
])
