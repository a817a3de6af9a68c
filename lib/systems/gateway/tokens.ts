import { hash } from 'node:crypto'
import { headerOf } from '@/lib/wire/http'
import type { WireMessage } from '@/lib/wire/types'

/** Tokens and session keys are kept by their digest only. */
export const hashToken = (token: string): string => hash('sha256', token, 'hex')

export const bearerOf = (message: WireMessage): string | undefined =>
  /^Bearer\s+(\S+)\s*$/i.exec(headerOf(message, 'authorization') ?? '')?.[1]

/** Why a request brings no bearer, as far as its header tells. Nothing of a secret is repeated. */
export const absentBearer = (message: WireMessage): string => {
  const header = headerOf(message, 'authorization')?.trim()
  if (header === undefined || header === '') return 'The call has no Authorization header.'
  if (/^Basic\b/i.test(header)) return 'The Authorization header is Basic; this call takes Bearer.'
  if (/^Bearer$/i.test(header)) return 'The Authorization header says Bearer, and nothing follows.'
  if (/^Bearer\s+Bearer\b/i.test(header)) return 'The Authorization header says Bearer twice.'
  if (/^Bearer:/i.test(header))
    return 'A colon follows Bearer in the Authorization header; a space belongs there.'
  if (/^Bearer\s/i.test(header)) return 'The Authorization header has white space inside what follows Bearer.'
  if (/^\S+$/.test(header)) return 'The Authorization header does not begin with Bearer and a space.'
  return 'The Authorization header is no Bearer header.'
}

/** What a program sends for a token that it never got, or did not take out of the answer. */
export const oddBearer = (bearer: string): string | undefined => {
  if (/^(undefined|null|none|nil|nan|false|true|\[object.*)$/i.test(bearer)) {
    return 'The bearer is a word for nothing, such as null: the program had no token when it sent the call.'
  }
  if (/^["'].*["']$/.test(bearer)) return 'The bearer has quotes around it.'
  if (/^[{[<]/.test(bearer)) return 'The bearer is a whole answer; what it takes is one value of it.'
  return undefined
}
