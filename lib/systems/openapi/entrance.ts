import type { Operation } from '@/lib/catalogue/types'

const encrypted = 'encrypted with the 4096-bit public key (RSA, PKCS#1 v1.5) and written as base64'

/** OpenAPI portal, Get session key. */
export const openapiEntrance = ({ name }: Operation): string =>
  name === 'get-session'
    ? `Send Authorization: Bearer and the application’s API key, ${encrypted}. The key of this sandbox is at /emulator/openapi/public-key.`
    : `Send Authorization: Bearer and the session key, ${encrypted}. GET /sandbox/ipg/v2/vodacomTZN/getSession/ gives one (output_SessionID) for the API key. The key of this sandbox is at /emulator/openapi/public-key.`
