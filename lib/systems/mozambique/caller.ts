import { headerOf } from '@/lib/wire/http'
import type { WireMessage } from '@/lib/wire/types'
import type { CallerClaim, OpenCiphertext } from '../types'

/** The bearer is the API key itself, encrypted with the emulator's public key. */
export const callerOf = (message: WireMessage, open: OpenCiphertext): CallerClaim | undefined => {
  const bearer = readBearer(headerOf(message, 'authorization'))
  const [key] = bearer ? open(bearer) : []
  return key === undefined ? undefined : { kind: 'key', key }
}

export const readBearer = (authorization: string | undefined): string | undefined =>
  /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1]
