import { headerOf } from '@/lib/wire/http'
import type { WireMessage } from '@/lib/wire/types'
import type { CallerClaim } from '../types'
import { readBasic, readBearer } from './emulate/token'

/** The consumer key of a token request, else the token that it once got. */
export const callerOf = (message: WireMessage): CallerClaim | undefined => {
  const authorization = headerOf(message, 'authorization')
  const basic = readBasic(authorization)
  if (basic) return { kind: 'key', ...basic }
  const token = readBearer(authorization)
  return token ? { kind: 'token', token } : undefined
}
