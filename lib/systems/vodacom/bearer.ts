import { absentBearer, bearerOf, oddBearer } from '@/lib/systems/gateway/tokens'
import type { CallerClaim, OpenCiphertext } from '@/lib/systems/types'
import type { WireMessage } from '@/lib/wire/types'

/** Base64 of 512 bytes, which is what a 4096-bit key makes of anything. */
const isCiphertext = (text: string): boolean => /^[A-Za-z0-9+/]{683}=$/.test(text)

/**
 * Who a bearer says calls. One that opens for no key of ours, but has the form of a ciphertext, was made with the key
 * that the provider's portal publishes, as clients with a built-in key do.
 */
export const claimOf = (
  message: WireMessage,
  open: OpenCiphertext,
  claim: (plain: string) => CallerClaim,
): CallerClaim | undefined => {
  const bearer = bearerOf(message)
  if (!bearer) return undefined
  const [plain] = open(bearer)
  if (plain !== undefined) return claim(plain)
  return isCiphertext(bearer) ? { kind: 'unverifiable' } : undefined
}

/** Why a bearer is none, as far as it tells. `meant` is what belongs into it. */
export const bearerProblem = (message: WireMessage, system: string, meant: string): string => {
  const bearer = bearerOf(message)
  if (!bearer) return absentBearer(message)
  const where = `This sandbox’s public key is at /emulator/${system}/public-key.`
  if (isCiphertext(bearer)) {
    return `The bearer does not open to ${meant}: another public key, another padding than PKCS#1 v1.5, or a key that was renewed. ${where}`
  }
  const odd = oddBearer(bearer)
  if (odd) return odd
  return /^[A-Za-z0-9]{20,64}$/.test(bearer)
    ? `The bearer is a key in clear: it has to be encrypted with the public key, then base64. ${where}`
    : `The bearer is not base64 of 512 bytes: it has to be encrypted with the 4096-bit public key. ${where}`
}

/** Said where a lenient reading goes on. */
export const unverifiableNote = (system: string): string =>
  `The bearer was made for another key and is taken as unverifiable. This sandbox’s public key is at /emulator/${system}/public-key.`
