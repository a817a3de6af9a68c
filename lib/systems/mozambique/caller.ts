import type { WireMessage } from '@/lib/wire/types'
import type { CallerClaim, OpenCiphertext } from '../types'
import { claimOf } from '../vodacom/bearer'

/** The bearer is the API key itself, encrypted with the emulator's public key. */
export const callerOf = (message: WireMessage, open: OpenCiphertext): CallerClaim | undefined =>
  claimOf(message, open, (key) => ({ kind: 'key', key }))
