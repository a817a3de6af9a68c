import { expect, test } from 'vitest'
import { explain } from './explain'

const url = new URL('https://gateway.example/')
const failed = (code: string) => Object.assign(new Error(code), { code })

test.each([
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', undefined, 'add its CA certificate to the environment under “TLS”'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', { ca: 'c' }, 'check that the CA certificate is the one of this host'],
  ['CERT_NOT_YET_VALID', { ca: 'c' }, "this machine's clock"],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', undefined, 'Add one with its key to the environment'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', { cert: 'c', key: 'k' }, 'did not take the one'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', undefined, 'It may ask for a client certificate'],
  ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', { cert: 'c', key: 'k' }, 'did not accept the client certificate'],
  ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', { cert: 'c', key: 'k' }, 'check its dates'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', undefined, 'could not prove who it is'],
  ['INVALID_PURPOSE', { ca: 'c' }, 'could not prove who it is'],
])('%s is explained with its remedy', (code, tls, words) => {
  expect(explain(failed(code), url, tls)).toEqual({ cause: 'tls', detail: expect.stringContaining(words) })
})

test('an end without a word names the client certificate only where TLS was set up', () => {
  expect(explain(failed('ECONNRESET'), url, undefined).detail).not.toContain('certificate')
  expect(explain(failed('ECONNRESET'), url, { ca: 'c' }).detail).toContain('under “TLS”')
  expect(explain(failed('ECONNRESET'), url, { cert: 'c', key: 'k' }).detail).toContain('may not know')
})
