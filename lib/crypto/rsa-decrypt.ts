import { constants, createPrivateKey, type KeyObject, privateDecrypt } from 'node:crypto'

/**
 * Takes PKCS#1 v1.5 padding off by hand: Node 20 refuses to (CVE-2023-46809). Every way of being wrong gives the same
 * answer, after looking at every byte.
 */
const stripPadding = (block: Buffer): string | undefined => {
  let end = 0
  let isFound = 0
  for (let index = 2; index < block.length; index += 1) {
    const isZero = block[index] === 0 ? 1 : 0
    end = isFound ? end : isZero ? index : end
    isFound |= isZero
  }
  const isWell = Number(block[0] === 0) & Number(block[1] === 2) & isFound & Number(end >= 10)
  return isWell ? block.subarray(end + 1).toString('utf8') : undefined
}

const most = 500
const remember = <Value>(cache: Map<string, Value>, name: string, value: Value): Value => {
  if (cache.size >= most) cache.delete(cache.keys().next().value ?? '')
  cache.set(name, value)
  return value
}

const parsed = new Map<string, KeyObject>()
const keyOf = (privateKey: string): KeyObject =>
  parsed.get(privateKey) ?? remember(parsed, privateKey, createPrivateKey(privateKey))

/** White space makes one as long as a request may be. */
const longestKept = 2100

type Opened = { plain: string | undefined }

/** By key, then by ciphertext as it was sent. */
const decrypted = new Map<string, Map<string, Opened>>()

/**
 * Decrypts Base64 of one RSA block. Undefined for whatever was not made for this key. Clients send one ciphertext again
 * and again, so the answer is remembered.
 */
export const decryptPkcs1 = (ciphertext: string, privateKey: string): string | undefined => {
  const ofKey = decrypted.get(privateKey) ?? remember(decrypted, privateKey, new Map<string, Opened>())
  const known = ofKey.get(ciphertext)
  if (known) return known.plain
  const compact = ciphertext.replace(/\s/g, '')
  if (compact.length > 2048 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return undefined
  const plain = decryptBlock(Buffer.from(compact, 'base64'), privateKey)
  return ciphertext.length > longestKept ? plain : remember(ofKey, ciphertext, { plain }).plain
}

const decryptBlock = (block: Buffer, privateKey: string): string | undefined => {
  try {
    const key = keyOf(privateKey)
    if (block.length !== (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8) return undefined
    return stripPadding(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, block))
  } catch {
    return undefined
  }
}
