import { createPrivateKey, type KeyObject } from 'node:crypto'
import forge from 'node-forge'
import { decodeBase64, encodeBase64 } from './base64'
import { hidesTooMuchWork } from './key-rounds'
import { type Identity, identityOf, type MaterialProblem, readChain } from './tls-material'

/** A PKCS#12 file (.p12, .pfx) in Base64: certificate, chain and key in one, usually under a passphrase. */
export const readPkcs12 = (file: string, passphrase = ''): Identity | MaterialProblem => {
  const bytes = decodeBase64(file)
  if (bytes?.[0] !== 0x30) return { field: 'pkcs12', message: 'This is no PKCS#12 file.' }
  if (hidesTooMuchWork(bytes)) {
    return { field: 'pkcs12', message: 'Its passphrase is stretched more often than is opened here.' }
  }
  const opened = open(bytes, passphrase)
  if ('message' in opened) return opened
  const keys = [...bagsOf(opened, 'pkcs8ShroudedKeyBag'), ...bagsOf(opened, 'keyBag')].flatMap(keyOf)
  const certificates = bagsOf(opened, 'certBag').flatMap(certificateOf)
  const [key] = keys
  if (!key) return { field: 'pkcs12', message: 'The file holds no private key.' }
  if (certificates.length === 0) return { field: 'pkcs12', message: 'The file holds no certificate.' }
  const identity = identityOf(certificates, key)
  return 'message' in identity ? { ...identity, field: 'pkcs12' } : identity
}

const open = (bytes: Uint8Array, passphrase: string): forge.pkcs12.Pkcs12Pfx | MaterialProblem => {
  try {
    const asn1 = forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(bytes).toString('latin1')))
    return forge.pkcs12.pkcs12FromAsn1(asn1, false, passphrase)
  } catch (thrown) {
    const words = thrown instanceof Error ? thrown.message : ''
    if (/MAC could not be verified|password|decrypt/i.test(words)) {
      return {
        field: 'passphrase',
        message:
          passphrase === ''
            ? 'The file needs its passphrase; it is not kept.'
            : 'The file does not open with this passphrase.',
      }
    }
    return {
      field: 'pkcs12',
      message: 'This is no PKCS#12 file that can be read here. Give certificate and key as PEM instead.',
    }
  }
}

const bagsOf = (file: forge.pkcs12.Pkcs12Pfx, kind: 'certBag' | 'keyBag' | 'pkcs8ShroudedKeyBag') => {
  const type = forge.pki.oids[kind] ?? ''
  return file.getBags({ bagType: type })[type] ?? []
}

const derOf = (asn1: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1')

/** Keys that are not RSA stay unread by the library, but whole. */
const keyOf = ({ key, asn1 }: forge.pkcs12.Bag): KeyObject[] => {
  try {
    return [
      key
        ? createPrivateKey(forge.pki.privateKeyToPem(key))
        : createPrivateKey({ key: derOf(asn1), format: 'der', type: 'pkcs8' }),
    ]
  } catch {
    return []
  }
}

const certificateOf = ({ cert, asn1 }: forge.pkcs12.Bag) =>
  readChain(cert ? forge.pki.certificateToPem(cert) : encodeBase64(derOf(asn1)))
