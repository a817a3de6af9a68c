import { captures } from '../sources'
import { codesOf, operations } from './code'

/** What the gateway’s maker documents for every customer of it. None of these bodies was seen from Daraja itself. */
const documented = { confirmed: false, source: 'Error catalogue of Apigee, which Daraja’s gateway is' }

const token = {
  ...documented,
  cause: 'The token has expired, is not valid, or is from the other environment.',
  cure: 'Fetch a new token with the keys of this environment and send again.',
  httpStatus: 401,
  retry: true,
}
/** Apigee words its own faults so; each row says its own first, and knows the others when they are pasted. */
const expired = 'Access Token expired / Invalid Access Token / Invalid access token'
const invalid = 'Invalid Access Token / Access Token expired / Invalid access token'
const invalidByOauth = 'Invalid access token / Access Token expired / Invalid Access Token'
const apiKey = {
  ...documented,
  cause: 'The consumer key is not known to the gateway, or its app was withdrawn.',
  cure: 'Copy the key from the app again, and see that the app is approved and of this environment.',
  httpStatus: 401,
}
const product = {
  ...documented,
  cause: 'No product of the app covers this path.',
  cure: 'See on the portal which products the app has, and call the version that fits.',
  httpStatus: 401,
}
const behind = {
  ...documented,
  cause: 'The service behind the gateway was not there, or broke off.',
  cure: 'Try later. Where money moves, ask first what became of the request.',
  httpStatus: 503,
  retry: true,
}

/** Faults of the gateway itself: `{fault: {faultstring, detail: {errorcode}}}`, each known by its own errorcode. */
export const gatewayFaults = codesOf('api', [
  {
    ...token,
    id: 'fault-token-expired',
    code: 'keymanagement.service.access_token_expired',
    message: expired,
  },
  {
    ...token,
    id: 'fault-token-invalid',
    code: 'keymanagement.service.invalid_access_token',
    message: invalid,
  },
  { ...token, id: 'fault-oauth-token-expired', code: 'oauth.v2.AccessTokenExpired', message: expired },
  { ...token, id: 'fault-oauth-token-invalid', code: 'oauth.v2.InvalidAccessToken', message: invalidByOauth },
  {
    ...product,
    id: 'fault-no-product',
    code: 'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound',
    message: 'Invalid API call as no apiproduct match found',
  },
  {
    ...product,
    id: 'fault-key-for-resource',
    code: 'oauth.v2.InvalidApiKeyForGivenResource',
    message: 'Invalid ApiKey for given resource',
  },
  { ...apiKey, id: 'fault-api-key', code: 'oauth.v2.InvalidApiKey', message: 'Invalid ApiKey' },
  {
    ...apiKey,
    id: 'fault-api-key-missing',
    code: 'oauth.v2.FailedToResolveAPIKey',
    message: 'Failed to resolve API Key variable request.queryparam.apikey',
    cause: 'The call came without a consumer key or a token.',
    cure: 'Send Basic base64(key:secret) to the token call, and Bearer with the token to all others.',
  },
  {
    ...documented,
    id: 'fault-spike-arrest',
    code: 'policies.ratelimit.SpikeArrestViolation',
    message: 'Spike arrest violation. Allowed rate : <rate>',
    cause: 'Too many calls came in a second.',
    cure: 'Spread the calls out, and send this one again after a pause.',
    httpStatus: 429,
    retry: true,
  },
  {
    ...documented,
    id: 'fault-quota',
    code: 'policies.ratelimit.QuotaViolation',
    message: 'Rate limit quota violation. Quota limit exceeded. Identifier : <app>',
    cause: 'The app has used up its requests for this period.',
    cure: 'Slow down, or ask for a larger quota.',
    httpStatus: 429,
    retry: true,
  },
  {
    id: 'apigee-fault',
    code: 'messaging.adaptors.http.flow.GatewayTimeout',
    message: 'Gateway Timeout',
    cause: 'The service behind the gateway did not answer in time (TARGET_READ_TIMEOUT).',
    cure: 'The outcome is not known: ask what became of it before you send again.',
    httpStatus: 504,
    operations: operations('billmanager-bulk-invoice'),
    retry: true,
    source: captures,
  },
  {
    ...behind,
    id: 'fault-service-unavailable',
    code: 'messaging.adaptors.http.flow.ServiceUnavailable',
    message: 'The Service is temporarily unavailable',
  },
  {
    ...behind,
    id: 'fault-no-targets',
    code: 'messaging.adaptors.http.flow.NoActiveTargets',
    message: 'The Service is temporarily unavailable',
  },
  {
    ...behind,
    id: 'fault-unexpected-eof',
    code: 'messaging.adaptors.http.flow.UnexpectedEOFAtTarget',
    message: 'Unexpected EOF at target',
    httpStatus: 502,
  },
  {
    id: 'soap-fault-json',
    code: 'steps.servicecallout.ExecutionFailed',
    message: 'Execution of ServiceCallout <step> failed. Reason: ResponseCode <status> is treated as error',
    cause:
      'A SOAP fault written as JSON: what registers URLs behind the gateway refused or failed, whatever status stands inside. Seen for a shortcode of M-PESA Express, and for one that has URLs already.',
    cure: 'Register a C2B test shortcode, not 174379. With 503 inside, try again later.',
    operations: operations('c2b-register-v1'),
    retry: true,
    source: 'MPESA-API-Tutorial, issues 3 and 7 to 9',
  },
])
