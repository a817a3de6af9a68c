/**
 * Certificates and PKCS#1 v1.5 in the browser, where WebCrypto offers no such padding. node-forge is loaded on first use
 * so that no page pays for it unasked.
 */
import { decodeBase64, encodeBase64 } from './base64'

export type BrowserCertificate = {
  pem: string
  subject: string
  issuer: string
  serial: string
  validFrom: number
  validTo: number
  bits: number
  /** SHA-256, hex pairs with colons. */
  fingerprint: string
}

const loadForge = async () => (await import('node-forge')).default

/** Loads the code ahead, so that nothing is fetched once there is something to encrypt. */
export const prepareEncryption = async (): Promise<void> => {
  await loadForge()
}

const begin = '-----BEGIN CERTIFICATE-----'

const toPem = (input: string | Uint8Array): string | undefined => {
  if (typeof input !== 'string') {
    if (input[0] !== 0x30) return toPem(new TextDecoder().decode(input))
    return wrap(encodeBase64(input))
  }
  const text = input.replace(/^\uFEFF/, '').trim()
  if (text.includes(begin)) return text.slice(text.indexOf(begin))
  const der = decodeBase64(text)
  return der && der[0] === 0x30 ? wrap(encodeBase64(der)) : undefined
}

const wrap = (base64: string): string =>
  `${begin}\n${base64.replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`

/** Undefined when it is no RSA certificate. */
export const readCertificateHere = async (
  input: string | Uint8Array,
): Promise<BrowserCertificate | undefined> => {
  const pem = toPem(input)
  if (!pem) return undefined
  const forge = await loadForge()
  try {
    const certificate = forge.pki.certificateFromPem(pem)
    const der = forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes()
    const key = certificate.publicKey as { n?: { bitLength(): number } }
    const names = (attributes: { shortName?: string; type?: string; value?: unknown }[]) =>
      attributes.map((part) => `${part.shortName ?? part.type ?? '?'}=${String(part.value)}`).join(', ')
    return {
      pem,
      subject: names(certificate.subject.attributes),
      issuer: names(certificate.issuer.attributes),
      serial: certificate.serialNumber.toUpperCase(),
      validFrom: certificate.validity.notBefore.getTime(),
      validTo: certificate.validity.notAfter.getTime(),
      bits: key.n?.bitLength() ?? 0,
      fingerprint: (
        forge.md.sha256.create().update(der).digest().toHex().toUpperCase().match(/../g) ?? []
      ).join(':'),
    }
  } catch {
    return undefined
  }
}

type Forge = Awaited<ReturnType<typeof loadForge>>
type PublicKey = ReturnType<Forge['pki']['publicKeyFromPem']>

const publicKeyIn = (forge: Forge, pem: string): PublicKey =>
  pem.includes(begin)
    ? (forge.pki.certificateFromPem(pem).publicKey as PublicKey)
    : forge.pki.publicKeyFromPem(pem)

/** A public key as portals print it: PEM, or one line of Base64. A certificate does as well. */
export const readPublicKeyHere = async (
  typed: string,
): Promise<{ pem: string; bits: number } | undefined> => {
  const text = typed.replace(/^\uFEFF/, '').trim()
  const bare = text.includes('-----BEGIN ')
    ? text
    : `-----BEGIN PUBLIC KEY-----\n${text.replace(/\s/g, '').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END PUBLIC KEY-----\n`
  const forge = await loadForge()
  try {
    return { pem: bare, bits: publicKeyIn(forge, bare).n.bitLength() }
  } catch {
    return undefined
  }
}

export type BrowserEncryption = { kind: 'made'; credential: string } | { kind: 'refused'; reason: string }

/** Encrypts without any request: the plain text stays in this page. */
export const encryptHere = async (plain: string, pem: string): Promise<BrowserEncryption> => {
  const forge = await loadForge()
  try {
    const key = publicKeyIn(forge, pem)
    const bytes = forge.util.encodeUtf8(plain)
    const room = Math.ceil(key.n.bitLength() / 8) - 11
    if (bytes.length > room)
      return {
        kind: 'refused',
        reason: `The text is ${bytes.length} bytes long; this key takes ${room} at most.`,
      }
    return { kind: 'made', credential: forge.util.encode64(key.encrypt(bytes, 'RSAES-PKCS1-V1_5')) }
  } catch {
    return { kind: 'refused', reason: 'The key or certificate cannot be read, or is not of the kind RSA.' }
  }
}
