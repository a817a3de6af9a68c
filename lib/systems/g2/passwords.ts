import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest()
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')

/**
 * Base64 of the hexadecimal text of the digest, as four independent clients send it; the specification's own words leave
 * the hexadecimal step out.
 */
const hashed = (...parts: string[]): string => base64(sha256(parts.join('')).toString('hex'))

export const makeSpPassword = (spId: string, password: string, timeStamp: string): string =>
  hashed(spId, password, timeStamp)

export const makeCheckoutPassword = (merchantId: string, passkey: string, timestamp: string): string =>
  hashed(merchantId, passkey, timestamp)

export type PasswordVerdict = 'right' | 'raw-digest' | 'wrong'

/** Capitals in the hexadecimal text pass, as the specification's own sample has them; so does the bare digest. */
export const judgePassword = (sent: string, ...parts: string[]): PasswordVerdict => {
  const digest = sha256(parts.join(''))
  const hex = digest.toString('hex')
  const plain = sent.replace(/\s/g, '')
  if (plain === base64(hex) || plain === base64(hex.toUpperCase())) return 'right'
  return plain === digest.toString('base64') ? 'raw-digest' : 'wrong'
}

const keyBytes = 16

/** AES-128-CBC with PKCS#7 padding, by the worked example; the text beside it says AES-256. */
export const encryptNewPassword = (password: string, key: string, vector: string): string | undefined => {
  if (Buffer.byteLength(key) !== keyBytes || Buffer.byteLength(vector) !== keyBytes) return undefined
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(key), Buffer.from(vector))
  return Buffer.concat([cipher.update(password, 'utf8'), cipher.final()]).toString('base64')
}

export const decryptNewPassword = (text: string, key: string, vector: string): string | undefined => {
  try {
    const decipher = createDecipheriv('aes-128-cbc', Buffer.from(key), Buffer.from(vector))
    return Buffer.concat([decipher.update(text, 'base64'), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
