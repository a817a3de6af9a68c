import { decryptPkcs1 } from '@/lib/crypto/rsa-decrypt'
import type { World } from '@/lib/world/types'

export type CredentialReading =
  | { kind: 'plain'; password: string }
  /** Of the right size, but made with another certificate, such as the provider's published one. */
  | { kind: 'unverifiable' }
  | { kind: 'malformed' }

/** Reads a SecurityCredential with the emulated provider's own key. */
export const readCredential = (
  world: Pick<World, 'keys'>,
  system: string,
  credential: string,
): CredentialReading => {
  // Base64 of 256 bytes.
  if (!/^[A-Za-z0-9+/]{342}==$/.test(credential.replace(/\s/g, ''))) return { kind: 'malformed' }
  const keys = world.keys[system]
  const password = keys && decryptPkcs1(credential, keys.privateKey)
  return password === undefined ? { kind: 'unverifiable' } : { kind: 'plain', password }
}
