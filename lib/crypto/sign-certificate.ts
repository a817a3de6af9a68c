import { constants, createPrivateKey, privateEncrypt } from 'node:crypto'
import forge from 'node-forge'

/** DigestInfo of RFC 8017 before the 32 bytes of a SHA-256. */
const sha256Info = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/**
 * Signs a certificate with SHA-256 and gives it as PEM. The library would compute with the key in JavaScript, and hold
 * the process for a second where that is a large one; the platform takes milliseconds.
 */
export const signCertificate = (certificate: forge.pki.Certificate, signingKey: string): string => {
  const key = createPrivateKey(signingKey)
  const sign = (digest: forge.md.MessageDigest | string): string => {
    const bytes = Buffer.from(typeof digest === 'string' ? digest : digest.digest().getBytes(), 'binary')
    const padding = constants.RSA_PKCS1_PADDING
    return privateEncrypt({ key, padding }, Buffer.concat([sha256Info, bytes])).toString('binary')
  }
  const signer = Object.assign(forge.pki.privateKeyFromPem(signingKey), { sign })
  certificate.sign(signer, forge.md.sha256.create())
  return forge.pki.certificateToPem(certificate)
}
