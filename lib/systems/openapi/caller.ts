import { headerOf } from '@/lib/wire/http'
import type { WireMessage } from '@/lib/wire/types'
import type { CallerClaim, OpenCiphertext } from '../types'

export const isSessionCall = (path: string): boolean => /\/getsession\/*$/i.test(path)

export const readBearer = (message: WireMessage): string | undefined =>
  /^Bearer\s+(\S+)\s*$/i.exec(headerOf(message, 'authorization') ?? '')?.[1]

/** The bearer is encrypted with the emulator's public key: the API key where a session is asked for, else the session key. */
export const callerOf = (message: WireMessage, open: OpenCiphertext): CallerClaim | undefined => {
  const bearer = readBearer(message)
  const [plain] = bearer ? open(bearer) : []
  if (plain === undefined) return undefined
  return isSessionCall(message.path) ? { kind: 'key', key: plain } : { kind: 'token', token: plain }
}
