import type { HttpResult, TlsMaterial } from './types'

export type Cause = Extract<HttpResult, { kind: 'unreachable' }>['cause']
type Explained = { cause: Cause; detail: string }

/** Names and addresses that are refused before a byte leaves. */
export class BlockedTarget extends Error {}

const secondsOf = (ms: number): string => (ms < 1_000 ? `${ms} ms` : `${Math.round(ms / 100) / 10} s`)

export const lateDetail = (host: string, timeoutMs: number): string =>
  `${host} gave no complete answer within ${secondsOf(timeoutMs)}. Try again, or raise the environment's time-out.`

/** Where an inbox of our own was told to end the connection. */
export const droppedDetail = (host: string): string =>
  `${host} ended the connection without an answer, as a rule of this inbox says.`

/** What failed, for people, with the next step. */
export const explain = (thrown: unknown, url: URL, tls: TlsMaterial | undefined): Explained => {
  if (thrown instanceof BlockedTarget) return { cause: 'blocked', detail: thrown.message }
  const error = rootOf(thrown)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EAI_NONAME') {
    return {
      cause: 'dns',
      detail: `The name ${url.hostname} could not be looked up (${code}). Check its spelling and this machine's connection.`,
    }
  }
  const handshake = explainHandshake(code, url, tls)
  if (handshake) return { cause: 'tls', detail: handshake }
  if (/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EHOSTDOWN)$/.test(code)) {
    return {
      cause: 'refused',
      detail: `Nothing accepted the connection at ${url.host} (${code}). Check host and port, and that the server runs.`,
    }
  }
  if (code === 'ETIMEDOUT' || code === 'UND_ERR_CONNECT_TIMEOUT') {
    return { cause: 'timeout', detail: `${url.host} did not accept the connection in time (${code}).` }
  }
  if (code === 'UND_ERR_INVALID_ARG' || code.startsWith('ERR_INVALID')) {
    return { cause: 'blocked', detail: `The request could not be formed: ${error.message}.` }
  }
  return {
    cause: 'reset',
    detail: `${url.host} broke off before a complete answer came (${code || error.message}). It may or may not have acted on the request.${certificateHint(url, tls)}`,
  }
}

/** Some hosts say nothing when they miss a client certificate, or do not know the one that they see. */
const certificateHint = (url: URL, tls: TlsMaterial | undefined): string => {
  if (url.protocol !== 'https:' || !tls) return ''
  return tls.cert
    ? ' It may not know the client certificate of this environment: some hosts end without a word then.'
    : ' It may want a client certificate, which can be added to the environment under “TLS”: some hosts end without a word then.'
}

const tlsCodes =
  /^(ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|CRL_|INVALID_|PATH_LENGTH|EPROTO)/
const unknownAuthority =
  /^(UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT)|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|INVALID_CA)/
const certificateWanted = /ALERT_CERTIFICATE_REQUIRED/
const certificateRefused =
  /ALERT_(BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_REVOKED|CERTIFICATE_EXPIRED|CERTIFICATE_UNKNOWN|UNKNOWN_CA|ACCESS_DENIED|DECRYPT_ERROR)/

/** Undefined when the code is none of a handshake. Every remedy keeps the check of the host on. */
const explainHandshake = (code: string, url: URL, tls: TlsMaterial | undefined): string | undefined => {
  if (!tlsCodes.test(code)) return undefined
  const { host } = url
  if (unknownAuthority.test(code)) {
    return tls?.ca
      ? `The certificate of ${host} is not signed by the authority that this environment trusts (${code}). Nothing was sent. Under “TLS”, check that the CA certificate is the one of this host, or remove it if the host has a public certificate.`
      : `The certificate of ${host} is signed by an authority that is not known here (${code}). Nothing was sent. If the provider has an authority of its own, add its CA certificate to the environment under “TLS”.`
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return `The certificate of ${host} ${code === 'CERT_HAS_EXPIRED' ? 'has expired' : 'is not valid yet'} (${code}). Nothing was sent. Check this machine's clock; if it is right, the provider has to renew the certificate.`
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') {
    return `The certificate that ${host} shows belongs to another name (${code}). Nothing was sent. Check the host of the base URL.`
  }
  if (certificateWanted.test(code)) {
    return tls?.cert
      ? `${host} asks for a client certificate and did not take the one of this environment (${code}). The request was not accepted. Ask the provider which authority must have signed it.`
      : `${host} asks for a client certificate (${code}). The request was not accepted. Add one with its key to the environment under “TLS”.`
  }
  if (certificateRefused.test(code) && tls?.cert) {
    return `${host} did not accept the client certificate of this environment (${code}). The request was not accepted. Under “TLS”, check its dates and that it is the one that the provider signed or registered.`
  }
  if (/ALERT_HANDSHAKE_FAILURE|ALERT_BAD_CERTIFICATE/.test(code) && !tls?.cert) {
    return `${host} ended the handshake (${code}). Nothing was sent. It may ask for a client certificate: add one to the environment under “TLS”. Otherwise it speaks no version of TLS or cipher that is accepted here.`
  }
  return `${host} could not prove who it is (${code}). Nothing was sent. Check the base URL, its certificate and this machine's clock.`
}

const rootOf = (thrown: unknown): Error => {
  if (thrown instanceof AggregateError && thrown.errors[0] instanceof Error) return thrown.errors[0]
  if (thrown instanceof Error) return thrown.cause instanceof Error ? rootOf(thrown.cause) : thrown
  return new Error(String(thrown))
}
