import type { WireMessage } from '@/lib/wire/types'
import { bearerOf } from '../gateway/tokens'
import type { CallerClaim, OpenCiphertext } from '../types'

const isSessionCall = (path: string): boolean => /\/getsession\/*$/i.test(path)

/** The bearer is encrypted with the emulator's public key: the API key where a session is asked for, else the session key. */
export const callerOf = (message: WireMessage, open: OpenCiphertext): CallerClaim | undefined => {
  const bearer = bearerOf(message)
  const [plain] = bearer ? open(bearer) : []
  if (plain === undefined) return undefined
  return isSessionCall(message.path) ? { kind: 'key', key: plain } : { kind: 'token', token: plain }
}
