import type { WireMessage } from '@/lib/wire/types'
import { bearerOf } from '../gateway/tokens'
import type { CallerClaim, OpenCiphertext } from '../types'

/** The bearer is the API key itself, encrypted with the emulator's public key. */
export const callerOf = (message: WireMessage, open: OpenCiphertext): CallerClaim | undefined => {
  const bearer = bearerOf(message)
  const [key] = bearer ? open(bearer) : []
  return key === undefined ? undefined : { kind: 'key', key }
}
