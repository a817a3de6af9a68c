import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { encodeBase64 } from '@/lib/crypto/base64'

// WebCrypto's own is missing where a page comes over plain http, and answers later instead of at once.
const digestOf = (parts: readonly string[]) => sha256(utf8ToBytes(parts.join('')))

/**
 * Base64 of the hexadecimal text of the digest, as four independent clients send it; the specification's own words leave
 * the hexadecimal step out.
 */
const hashed = (...parts: string[]): string => encodeBase64(bytesToHex(digestOf(parts)))

export const makeSpPassword = (spId: string, password: string, timeStamp: string): string =>
  hashed(spId, password, timeStamp)

export const makeCheckoutPassword = (merchantId: string, passkey: string, timestamp: string): string =>
  hashed(merchantId, passkey, timestamp)

export type PasswordVerdict = 'right' | 'raw-digest' | 'wrong'

/** Capitals in the hexadecimal text pass, as the specification's own sample has them; so does the bare digest. */
export const judgePassword = (sent: string, ...parts: string[]): PasswordVerdict => {
  const digest = digestOf(parts)
  const hex = bytesToHex(digest)
  const plain = sent.replace(/\s/g, '')
  if (plain === encodeBase64(hex) || plain === encodeBase64(hex.toUpperCase())) return 'right'
  return plain === encodeBase64(digest) ? 'raw-digest' : 'wrong'
}
