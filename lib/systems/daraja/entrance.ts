import type { Operation } from '@/lib/catalogue/types'

/** Daraja reference, Generate access token. */
export const darajaEntrance = ({ auth }: Operation): string =>
  auth.type === 'basic'
    ? 'Send Authorization: Basic and the base64 of consumer key, colon, consumer secret, with grant_type=client_credentials in the query.'
    : 'Send Authorization: Bearer and an access token: GET /oauth/v1/generate?grant_type=client_credentials gives one for the consumer key and secret, and it lives for an hour.'
