import type { WireMessage } from '@/lib/wire/types'
import type { CallerClaim, OpenCiphertext } from '../types'
import { claimOf } from '../vodacom/bearer'

const isSessionCall = (path: string): boolean => /\/getsession\/*$/i.test(path)

/** The bearer is encrypted with the emulator's public key: the API key where a session is asked for, else the session key. */
export const callerOf = (message: WireMessage, open: OpenCiphertext): CallerClaim | undefined =>
  claimOf(message, open, (plain) =>
    isSessionCall(message.path) ? { kind: 'key', key: plain } : { kind: 'token', token: plain },
  )
