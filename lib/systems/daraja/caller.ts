import { headerOf } from '@/lib/wire/http'
import type { WireMessage } from '@/lib/wire/types'
import { bearerOf } from '../gateway/tokens'
import type { CallerClaim } from '../types'
import { readBasic } from './emulate/token'

/** The consumer key of a token request, else the token that it once got. */
export const callerOf = (message: WireMessage): CallerClaim | undefined => {
  const basic = readBasic(headerOf(message, 'authorization'))
  if (basic) return { kind: 'key', ...basic }
  const token = bearerOf(message)
  return token ? { kind: 'token', token } : undefined
}
