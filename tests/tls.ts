import { generateKeyPairSync } from 'node:crypto'
import forge from 'node-forge'

export type TestIdentity = { cert: string; key: string }

let serial = 1

/** A certificate of its own key: a root when nobody signs it. */
export const makeIdentity = (
  name: string,
  {
    signedBy,
    from = Date.UTC(2020, 0, 1),
    to = Date.UTC(2120, 0, 1),
    isAuthority = signedBy === undefined,
    address = '127.0.0.1',
  }: { address?: string; signedBy?: TestIdentity; from?: number; to?: number; isAuthority?: boolean } = {},
): TestIdentity => {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey)
  certificate.serialNumber = `0${serial++}`
  certificate.validity.notBefore = new Date(from)
  certificate.validity.notAfter = new Date(to)
  const subject = [{ name: 'commonName', value: name }]
  certificate.setSubject(subject)
  certificate.setIssuer(signedBy ? forge.pki.certificateFromPem(signedBy.cert).subject.attributes : subject)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: isAuthority, critical: true },
    ...(isAuthority
      ? [{ name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true }]
      : [
          { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
          {
            name: 'subjectAltName',
            altNames: [
              { type: 7, ip: address },
              { type: 2, value: 'localhost' },
            ],
          },
        ]),
  ])
  certificate.sign(forge.pki.privateKeyFromPem(signedBy?.key ?? pair.privateKey), forge.md.sha256.create())
  return { cert: forge.pki.certificateToPem(certificate), key: pair.privateKey }
}
