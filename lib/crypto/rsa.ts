import { constants, createPublicKey, publicEncrypt } from 'node:crypto'

/** PKCS#1 v1.5 padding takes eleven bytes of the key's length. */
const paddingBytes = 11

export class EncryptionError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'EncryptionError'
  }
}

/**
 * Encrypts with RSA and PKCS#1 v1.5 padding and answers Base64 on one line. `key` is the PEM of a certificate or of a
 * public key. The result differs each time: the padding is random.
 */
export const encryptPkcs1 = (plain: string, key: string): string => {
  const publicKey = readPublicKey(key)
  const bytes = Buffer.from(plain, 'utf8')
  const room = Math.ceil((publicKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8) - paddingBytes
  if (bytes.length > room)
    throw new EncryptionError(`The text is ${bytes.length} bytes long; this key takes ${room} at most.`)
  return publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, bytes).toString('base64')
}

const readPublicKey = (key: string) => {
  try {
    const publicKey = createPublicKey(key)
    if (publicKey.asymmetricKeyType === 'rsa') return publicKey
  } catch {
    throw new EncryptionError('The certificate cannot be read. Upload it again as PEM or DER.')
  }
  throw new EncryptionError('The certificate does not hold an RSA key.')
}
