import { bearerOf, hashToken } from '@/lib/systems/gateway/tokens'
import { answerJson } from '@/lib/systems/kenya/json'
import { headerOf } from '@/lib/wire/http'
import type { WireAnswer, WireMessage } from '@/lib/wire/types'
import type { World } from '@/lib/world/types'
import { refusal } from './call'

const lifetimeSeconds = 3599

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

export type BasicCredentials = { key: string; secret: string }

export const readBasic = (authorization: string | undefined): BasicCredentials | undefined => {
  const encoded = /^Basic\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1]
  if (!encoded) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 0 ? undefined : { key: text.slice(0, colon), secret: text.slice(colon + 1) }
}

/** `GET /oauth/v1/generate?grant_type=client_credentials` with Basic credentials. */
export const issueToken = (message: WireMessage, world: World, notes: string[]): WireAnswer => {
  const refused = (why: string) => {
    notes.push(why)
    return refusal(world, 400, '400.008.01', 'Invalid Authentication passed')
  }
  const authorization = headerOf(message, 'authorization')
  if (!authorization) return refused('The call has no Authorization header.')
  const basic = readBasic(authorization)
  if (!basic) return refused('The Authorization header is no Basic header with key and secret.')
  if (!world.app || world.app.key !== basic.key || world.app.secret !== basic.secret) {
    const trimmed = basic.key.trim() !== basic.key || basic.secret.trim() !== basic.secret
    return refused(
      trimmed
        ? 'Key or secret has white space around it.'
        : 'No local application has this consumer key and secret.',
    )
  }
  if (new URLSearchParams(message.query).get('grant_type') !== 'client_credentials') {
    notes.push('grant_type has to be client_credentials.')
    return refusal(world, 400, '400.008.02', 'Invalid grant type passed')
  }
  let token = ''
  while (token.length < 28) token += letters[world.ids.number(letters.length)]
  world.store.putRecord({
    collection: 'tokens',
    key: hashToken(token),
    value: { appId: world.app.id, system: 'daraja', expiresAt: world.now + lifetimeSeconds * 1000 },
    updatedAt: world.now,
  })
  return answerJson(200, { access_token: token, expires_in: String(lifetimeSeconds) })
}

export type TokenReading = { kind: 'valid' } | { kind: 'missing' | 'unknown' | 'expired'; token: string }

export const readToken = (message: WireMessage, world: World): TokenReading => {
  const token = bearerOf(message)
  if (!token) return { kind: 'missing', token: '' }
  const value = world.store.record('tokens', hashToken(token))?.value as
    | { system?: string; expiresAt?: number }
    | undefined
  if (value?.system !== 'daraja') return { kind: 'unknown', token }
  return (value.expiresAt ?? 0) > world.now ? { kind: 'valid' } : { kind: 'expired', token }
}
