import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { decodeBase64 } from './base64'
import { type Certificate, readCertificate } from './certificate'
import { hidesTooMuchWork } from './key-rounds'

/** One certificate of a chain, with what TLS asks of it. */
export type TlsCertificate = Certificate & {
  /** `RSA, 2048 bits` or `EC, prime256v1`. */
  keyWords: string
  /** Signed by itself: where a chain ends. */
  isRoot: boolean
}

export type Identity = { certificates: TlsCertificate[]; pem: string; key: string }

/** What is wrong, and with which of the parts that were given. */
export type MaterialProblem = {
  field: 'ca' | 'certificate' | 'key' | 'passphrase' | 'pkcs12'
  message: string
}

const mostCertificates = 10

/** Every certificate of a PEM text in its order, or the one of a DER file in Base64. Empty when there is none. */
export const readChain = (text: string): TlsCertificate[] => {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [text]
  return blocks.slice(0, mostCertificates + 1).flatMap((block) => {
    const certificate = readCertificate(block)
    return certificate ? [withFacts(certificate)] : []
  })
}

const withFacts = (certificate: Certificate): TlsCertificate => {
  const x509 = new X509Certificate(certificate.pem)
  const { asymmetricKeyType: type = 'unknown', asymmetricKeyDetails: details } = x509.publicKey
  return {
    ...certificate,
    keyWords: [
      type.toUpperCase(),
      details?.modulusLength ? `${details.modulusLength} bits` : details?.namedCurve,
    ]
      .filter(Boolean)
      .join(', '),
    isRoot: x509.checkIssued(x509) && x509.verify(x509.publicKey),
  }
}

const pemOf = (certificates: readonly TlsCertificate[]) => certificates.map(({ pem }) => pem).join('')

const hasPrivateKey = (text: string) => /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)

/** The authority of a host: one certificate or several, at least one of them a root. */
export const readAuthorities = (
  text: string,
): { certificates: TlsCertificate[]; pem: string } | MaterialProblem => {
  const problem = (message: string): MaterialProblem => ({ field: 'ca', message })
  if (hasPrivateKey(text)) {
    return problem('This holds a private key. An authority is trusted by its certificate alone.')
  }
  const certificates = readChain(text)
  if (certificates.length === 0) return problem('This is no certificate, in PEM, DER or Base64 form.')
  if (certificates.length > mostCertificates) {
    return problem(`There are more than ${mostCertificates} certificates. Give the ones of this host only.`)
  }
  if (!certificates.some(({ isRoot }) => isRoot)) {
    return problem(
      `No root is among them: “${certificates.at(-1)?.subject}” is signed by “${certificates.at(-1)?.issuer}”. Add that one too.`,
    )
  }
  return { certificates, pem: pemOf(certificates) }
}

/** A client certificate, its chain and its key. The key comes back without a passphrase, as PKCS#8. */
export const readIdentity = ({
  certificate = '',
  key: separateKey = '',
  passphrase,
}: {
  certificate?: string
  key?: string
  passphrase?: string
}): Identity | MaterialProblem => {
  const certificates = readChain(certificate)
  if (certificates.length === 0) {
    return { field: 'certificate', message: 'This is no certificate, in PEM, DER or Base64 form.' }
  }
  if (certificates.length > mostCertificates) {
    return { field: 'certificate', message: `A chain has ${mostCertificates} certificates at most.` }
  }
  // Many tools write both into one file.
  const isInside = separateKey.trim() === '' && hasPrivateKey(certificate)
  const key = openKey(isInside ? certificate : separateKey, passphrase)
  return 'message' in key ? key : identityOf(certificates, key)
}

/** Orders the chain: the certificate that the key belongs to comes first. */
export const identityOf = (certificates: TlsCertificate[], key: KeyObject): Identity | MaterialProblem => {
  const own = certificates.find(({ pem }) => new X509Certificate(pem).checkPrivateKey(key))
  if (!own) {
    return {
      field: 'key',
      message: `The key does not belong to “${certificates[0]?.subject}”. Give the one that its request was made with.`,
    }
  }
  const ordered = [own, ...certificates.filter((one) => one !== own)]
  return {
    certificates: ordered,
    pem: pemOf(ordered),
    key: key.export({ format: 'pem', type: 'pkcs8' }).toString(),
  }
}

const openKey = (text: string, passphrase: string | undefined): KeyObject | MaterialProblem => {
  if (text.trim() === '') return { field: 'key', message: 'Give the private key of the certificate too.' }
  const pem = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----[\s\S]*?-----END \1-----/.exec(text)?.[0]
  const der = decodeBase64((pem ?? text).replace(/-----[^-]+-----/g, '').trim())
  if (der && hidesTooMuchWork(der)) {
    return { field: 'key', message: 'Its passphrase is stretched more often than is opened here.' }
  }
  const isEncrypted = pem ? /ENCRYPTED/.test(pem) : false
  if (isEncrypted && !passphrase) {
    return { field: 'passphrase', message: 'The key is encrypted. Give its passphrase; it is not kept.' }
  }
  try {
    if (pem) return createPrivateKey(passphrase ? { key: pem, passphrase } : pem)
    if (der) return createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })
  } catch {
    if (isEncrypted) {
      return {
        field: 'passphrase',
        message:
          'The key does not open with this passphrase, or is encrypted in a way that is no longer used.',
      }
    }
  }
  return { field: 'key', message: 'This is no private key, in PEM form.' }
}
