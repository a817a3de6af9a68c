import { constants, createHash, privateDecrypt } from 'node:crypto'
import type { World } from '@/lib/world/types'

export type CredentialReading =
  | { kind: 'plain'; password: string }
  /** Of the right size, but made with another certificate, such as the provider's published one. */
  | { kind: 'unverifiable' }
  | { kind: 'malformed' }

const cached = new Map<string, CredentialReading>()
const mostCached = 500

const bytes = 256

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

const decrypt = (ciphertext: Buffer, privateKey: string): CredentialReading => {
  try {
    const block = privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, ciphertext)
    const password = stripPadding(block)
    return password === undefined ? { kind: 'unverifiable' } : { kind: 'plain', password }
  } catch {
    return { kind: 'unverifiable' }
  }
}

/** Reads a SecurityCredential with the emulated provider's own key. Clients reuse one ciphertext, so it is remembered. */
export const readCredential = (world: Pick<World, 'keys'>, credential: string): CredentialReading => {
  const compact = credential.replace(/\s/g, '')
  if (!/^[A-Za-z0-9+/]{342}==$/.test(compact)) return { kind: 'malformed' }
  const ciphertext = Buffer.from(compact, 'base64')
  const keys = world.keys.daraja
  if (ciphertext.length !== bytes || !keys) return { kind: 'unverifiable' }
  const name = createHash('sha256').update(keys.certificate).update(ciphertext).digest('base64')
  const known = cached.get(name)
  if (known) return known
  const reading = decrypt(ciphertext, keys.privateKey)
  if (cached.size >= mostCached) cached.delete(cached.keys().next().value ?? '')
  cached.set(name, reading)
  return reading
}
