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

export type BrowserEncryption = { kind: 'made'; credential: string } | { kind: 'refused'; reason: string }

/** Encrypts without any request: the plain text stays in this page. */
export const encryptHere = async (plain: string, pem: string): Promise<BrowserEncryption> => {
  const forge = await loadForge()
  try {
    const key = forge.pki.certificateFromPem(pem).publicKey as ReturnType<typeof forge.pki.publicKeyFromPem>
    const bytes = forge.util.encodeUtf8(plain)
    const room = Math.ceil(key.n.bitLength() / 8) - 11
    if (bytes.length > room)
      return {
        kind: 'refused',
        reason: `The text is ${bytes.length} bytes long; this key takes ${room} at most.`,
      }
    return { kind: 'made', credential: forge.util.encode64(key.encrypt(bytes, 'RSAES-PKCS1-V1_5')) }
  } catch {
    return { kind: 'refused', reason: 'The certificate cannot be read or does not hold an RSA key.' }
  }
}
