import { createHash } from 'node:crypto'
import { headerOf } from '@/lib/wire/http'
import type { WireMessage } from '@/lib/wire/types'

/** Tokens and session keys are kept by their digest only. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

export const bearerOf = (message: WireMessage): string | undefined =>
  /^Bearer\s+(\S+)\s*$/i.exec(headerOf(message, 'authorization') ?? '')?.[1]
