import type { WireMarket } from '@/lib/catalogue/openapi'
import { decryptPkcs1 } from '@/lib/crypto/rsa-decrypt'
import { answerJson } from '@/lib/systems/gateway/answers'
import { absentBearer, bearerOf, hashToken, oddBearer } from '@/lib/systems/gateway/tokens'
import { headerOf } from '@/lib/wire/http'
import type { WireAnswer, WireMessage } from '@/lib/wire/types'
import type { World } from '@/lib/world/types'
import { applicationOf } from '../applications'
import type { Session } from './call'
import { newSessionKey } from './ids'

/** When a session key begins to work, where it does not at once. */
const startCollection = 'openapi-session-starts'

const opened = (message: WireMessage, world: World): { bearer?: string; plain?: string } => {
  const bearer = bearerOf(message)
  const key = world.keys.openapi?.privateKey
  const plain = bearer && key ? decryptPkcs1(bearer, key) : undefined
  return { ...(bearer && { bearer }), ...(plain !== undefined && { plain }) }
}

const publicKeyHint = 'This sandbox’s public key is at /emulator/openapi/public-key.'

/** Why a bearer is none, as far as it tells. */
const bearerProblem = (message: WireMessage, bearer: string | undefined): string => {
  if (!bearer) return absentBearer(message)
  if (!/^[A-Za-z0-9+/]{683}=$/.test(bearer)) {
    const odd = oddBearer(bearer)
    if (odd) return odd
    if (/^[A-Za-z0-9]{20,64}$/.test(bearer)) {
      return `The bearer is a key in clear: it has to be encrypted with the public key, then base64. ${publicKeyHint}`
    }
    return `The bearer is not base64 of 512 bytes: it has to be encrypted with the 4096-bit public key. ${publicKeyHint}`
  }
  return `The bearer does not open to anything known here: another public key, or another padding than PKCS#1 v1.5. ${publicKeyHint}`
}

const failed = (): WireAnswer =>
  answerJson(400, { output_ResponseCode: 'INS-989', output_ResponseDesc: 'Session Creation Failed' })

/** An origin without its scheme, port and path. */
const hostOf = (origin: string) => origin.replace(/^[a-z]+:\/\//i, '').replace(/[:/].*$/, '')

const isTrusted = (sources: readonly string[], message: WireMessage): boolean => {
  if (sources.length === 0) return true
  const callers = [hostOf(headerOf(message, 'origin') ?? ''), message.remoteAddress]
  return sources.some((source) => callers.includes(hostOf(source)))
}

/** `GET …/getSession/` with the encrypted API key. */
export const issueSession = (
  message: WireMessage,
  world: World,
  market: WireMarket,
  notes: string[],
): WireAnswer => {
  const { bearer, plain } = opened(message, world)
  if (!world.app || plain === undefined || plain !== world.app.key) {
    notes.push(
      plain === undefined
        ? bearerProblem(message, bearer)
        : 'No local application has the API key inside the bearer; a session key does not open a session.',
    )
    return failed()
  }
  const application = applicationOf(world, world.app.id)
  if (application.markets.length > 0 && !application.markets.includes(market.id)) {
    notes.push(`The application does not serve ${market.name}.`)
    return failed()
  }
  if (!isTrusted(application.trustedSources, message)) {
    notes.push('Neither Origin nor address is a trusted source of the application.')
    return failed()
  }
  if (headerOf(message, 'origin') === undefined) notes.push('The call has no Origin header.')
  const session = newSessionKey(world)
  const key = hashToken(session)
  world.store.putRecord({
    collection: 'tokens',
    key,
    value: {
      appId: world.app.id,
      system: 'openapi',
      expiresAt: world.now + application.sessionMinutes * 60_000,
    },
    updatedAt: world.now,
  })
  if (application.activationSeconds > 0) {
    const startsAt = world.now + application.activationSeconds * 1000
    world.store.putRecord({ collection: startCollection, key, value: startsAt, updatedAt: world.now })
    notes.push(`The session key works in ${application.activationSeconds} seconds.`)
  }
  return answerJson(200, {
    output_ResponseCode: 'INS-0',
    output_ResponseDesc: 'Request processed successfully',
    output_SessionID: session,
  })
}

export type SessionReading = { kind: 'valid'; session: Session } | { kind: 'refused'; note: string }

export const readSession = (message: WireMessage, world: World): SessionReading => {
  const { bearer, plain } = opened(message, world)
  if (plain === undefined) return { kind: 'refused', note: bearerProblem(message, bearer) }
  const key = hashToken(plain)
  const value = world.store.record('tokens', key)?.value as
    | { appId?: string; system?: string; expiresAt?: number }
    | undefined
  if (value?.system !== 'openapi' || value.appId === undefined) {
    return {
      kind: 'refused',
      note: 'This sandbox never gave out the session key inside the bearer. Is it the API key? That one only opens a session.',
    }
  }
  if ((value.expiresAt ?? 0) <= world.now) return { kind: 'refused', note: 'The session key has expired.' }
  const startsAt = world.store.record(startCollection, key)?.value
  if (typeof startsAt === 'number' && startsAt > world.now) {
    const seconds = Math.ceil((startsAt - world.now) / 1000)
    return { kind: 'refused', note: `The session key is too young: it works in ${seconds} seconds.` }
  }
  return { kind: 'valid', session: { hash: key, appId: value.appId } }
}

/** What the gateway really answers here was found nowhere: a free choice, without a code of the tables. */
export const refuseSession = (): WireAnswer =>
  answerJson(401, { output_error: 'Invalid or expired session key' })
