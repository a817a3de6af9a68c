import { generateKeyPair, randomBytes, X509Certificate } from 'node:crypto'
import forge from 'node-forge'
import { signCertificate } from './sign-certificate'

export type Pair = { certificate: string; privateKey: string }

/** Names as in a URL; IPv4 addresses are told by their form. */
type Hosts = readonly string[]

const day = 86_400_000
const authorityDays = 3650
export const leafDays = 90

const isAddress = (host: string) => /^\d+(\.\d+){3}$/.test(host)

const keyPair = (): Promise<{ publicKey: string; privateKey: string }> =>
  new Promise((resolve, reject) =>
    generateKeyPair(
      'rsa',
      {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      },
      (error, publicKey, privateKey) => (error ? reject(error) : resolve({ publicKey, privateKey })),
    ),
  )

/** Random, positive, and without a leading zero byte. */
const newSerial = (): string => {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes.toString('hex')
}

const { asn1 } = forge

/** A GeneralName of RFC 5280: [2] a name, [7] an address with its mask. */
const nameOf = (host: string): forge.asn1.Asn1 => {
  const bytes = isAddress(host)
    ? String.fromCharCode(...host.split('.').map(Number), 255, 255, 255, 255)
    : host
  return asn1.create(asn1.Class.CONTEXT_SPECIFIC, isAddress(host) ? 7 : 2, false, bytes)
}

/**
 * Binds an authority to these hosts, critically: a verifier that does not understand it has to refuse. A kind of name
 * of which none is listed would be free, so where no address is permitted all of them are excluded.
 */
const constraintsOf = (hosts: Hosts): string => {
  const subtrees = (tag: number, names: forge.asn1.Asn1[]) =>
    asn1.create(
      asn1.Class.CONTEXT_SPECIFIC,
      tag,
      true,
      names.map((name) => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, [name])),
    )
  const everyAddress = [8, 32].map((length) =>
    asn1.create(asn1.Class.CONTEXT_SPECIFIC, 7, false, '\0'.repeat(length)),
  )
  const excluded = hosts.some(isAddress) ? [] : [subtrees(1, everyAddress)]
  const parts = [subtrees(0, hosts.map(nameOf)), ...excluded]
  return asn1.toDer(asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, parts)).getBytes()
}

const draft = (publicKey: string, commonName: string, from: number, days: number): forge.pki.Certificate => {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey)
  certificate.serialNumber = newSerial()
  certificate.validity.notBefore = new Date(from - day)
  certificate.validity.notAfter = new Date(from + days * day)
  certificate.setSubject([
    { name: 'commonName', value: commonName },
    { name: 'organizationName', value: 'Jaribu' },
  ])
  return certificate
}

/** An authority of our own that can vouch for the given hosts, what lies below them, and nothing else. */
export const makeAuthority = async (hosts: Hosts, now: number): Promise<Pair> => {
  const { publicKey, privateKey } = await keyPair()
  // Two authorities of two machines are told apart by their names.
  const certificate = draft(
    publicKey,
    `Jaribu sandbox authority ${randomBytes(3).toString('hex')}`,
    now,
    authorityDays,
  )
  certificate.setIssuer(certificate.subject.attributes)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
    { id: '2.5.29.30', critical: true, value: constraintsOf(hosts) },
  ])
  return { certificate: signCertificate(certificate, privateKey), privateKey }
}

/** A server's certificate for hosts, signed by an authority. Verifiers hold it to the authority's constraints. */
export const makeLeaf = async (authority: Pair, hosts: Hosts, now: number): Promise<Pair> => {
  const { publicKey, privateKey } = await keyPair()
  const certificate = draft(publicKey, 'Jaribu sandbox', now, leafDays)
  const issuer = forge.pki.certificateFromPem(authority.certificate)
  certificate.setIssuer(issuer.subject.attributes)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectKeyIdentifier' },
    {
      name: 'authorityKeyIdentifier',
      keyIdentifier: issuer.generateSubjectKeyIdentifier().getBytes(),
    },
    {
      name: 'subjectAltName',
      altNames: hosts.map((host) => (isAddress(host) ? { type: 7, ip: host } : { type: 2, value: host })),
    },
  ])
  return { certificate: signCertificate(certificate, authority.privateKey), privateKey }
}

export const endOf = (certificate: string): number => Date.parse(new X509Certificate(certificate).validTo)
