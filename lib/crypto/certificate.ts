import { createHash, createPublicKey, X509Certificate } from 'node:crypto'
import { decodeBase64 } from './base64'

export type Certificate = {
  pem: string
  subject: string
  issuer: string
  serial: string
  /** Epoch milliseconds. */
  validFrom: number
  validTo: number
  bits: number
  algorithm: string
  /** SHA-256, hex pairs with colons. */
  fingerprint: string
}

/** Reads PEM text, bare Base64, or DER bytes. Undefined when it is no X.509 certificate. Never judges the dates. */
export const readCertificate = (input: string | Uint8Array): Certificate | undefined => {
  const encoded = typeof input === 'string' ? fromText(input) : fromBytes(input)
  if (!encoded) return undefined
  try {
    return factsOf(new X509Certificate(encoded))
  } catch {
    return undefined
  }
}

const begin = '-----BEGIN CERTIFICATE-----'

const fromText = (text: string): string | Uint8Array | undefined => {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed.includes(begin)) return trimmed.slice(trimmed.indexOf(begin))
  return decodeBase64(trimmed)
}

const fromBytes = (bytes: Uint8Array): string | Uint8Array | undefined => {
  // DER starts with a SEQUENCE; anything else is taken for text.
  if (bytes[0] === 0x30) return bytes
  return fromText(new TextDecoder().decode(bytes))
}

const factsOf = (x509: X509Certificate): Certificate => {
  const key = x509.publicKey
  const pem = x509.toString()
  return {
    pem: pem.endsWith('\n') ? pem : `${pem}\n`,
    subject: oneLine(x509.subject),
    issuer: oneLine(x509.issuer),
    serial: x509.serialNumber,
    validFrom: Date.parse(x509.validFrom),
    validTo: Date.parse(x509.validTo),
    bits: key.asymmetricKeyDetails?.modulusLength ?? 0,
    algorithm: key.asymmetricKeyType ?? 'unknown',
    fingerprint: x509.fingerprint256,
  }
}

const oneLine = (name: string): string => name.split('\n').join(', ')

/** What a client encrypts with: a certificate, or a bare public key, which has no names and no dates. */
export type EncryptionKey = Pick<Certificate, 'pem' | 'bits' | 'algorithm' | 'fingerprint'> & {
  subject: string | null
  issuer: string | null
  validFrom: number | null
  validTo: number | null
}

/** Reads a certificate or a public key in PEM, on one line of Base64 as portals print it, or in DER. */
export const readEncryptionKey = (input: string | Uint8Array): EncryptionKey | undefined =>
  readCertificate(input) ?? readPublicKey(input)

const readPublicKey = (input: string | Uint8Array): EncryptionKey | undefined => {
  const text =
    typeof input === 'string' ? input : input[0] === 0x30 ? undefined : new TextDecoder().decode(input)
  const inner =
    text === undefined ? undefined : (/-----BEGIN PUBLIC KEY-----([^-]*)-----END/.exec(text)?.[1] ?? text)
  const der = inner === undefined ? input : decodeBase64(inner)
  if (der === undefined || typeof der === 'string' || der[0] !== 0x30) return undefined
  try {
    const key = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' })
    const spki = key.export({ format: 'der', type: 'spki' })
    return {
      pem: key.export({ format: 'pem', type: 'spki' }).toString(),
      subject: null,
      issuer: null,
      validFrom: null,
      validTo: null,
      bits: key.asymmetricKeyDetails?.modulusLength ?? 0,
      algorithm: key.asymmetricKeyType ?? 'unknown',
      fingerprint: createHash('sha256')
        .update(spki)
        .digest('hex')
        .toUpperCase()
        .replace(/(..)(?=.)/g, '$1:'),
    }
  } catch {
    return undefined
  }
}
