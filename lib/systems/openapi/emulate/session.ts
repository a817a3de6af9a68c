import type { WireMarket } from '@/lib/catalogue/openapi'
import { decryptPkcs1 } from '@/lib/crypto/rsa-decrypt'
import { answerJson } from '@/lib/systems/gateway/answers'
import { bearerOf, hashToken } from '@/lib/systems/gateway/tokens'
import { bearerProblem, unverifiableNote } from '@/lib/systems/vodacom/bearer'
import { headerOf } from '@/lib/wire/http'
import type { WireAnswer, WireMessage } from '@/lib/wire/types'
import type { LocalApp, World } from '@/lib/world/types'
import { applicationOf } from '../applications'
import type { Session } from './call'
import { newSessionKey } from './ids'

/** When a session key begins to work, where it does not at once. */
const startCollection = 'openapi-session-starts'

/** What is inside the bearer, where our key opens it. */
const opened = (message: WireMessage, world: World): string | undefined => {
  const bearer = bearerOf(message)
  const key = world.keys.openapi?.privateKey
  return bearer && key ? decryptPkcs1(bearer, key) : undefined
}

const problemOf = (message: WireMessage): string => bearerProblem(message, 'openapi', 'anything known here')

/** The application of a request whose bearer nobody here can open, where that is let pass. */
const unverifiableApp = (world: World): LocalApp | undefined =>
  world.app?.isUnverifiable && world.settings.strictness === 'lenient' ? world.app : undefined

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
  const plain = opened(message, world)
  const unverifiable = unverifiableApp(world)
  const app = unverifiable ?? (plain !== undefined && plain === world.app?.key ? world.app : undefined)
  if (!app) {
    notes.push(
      plain === undefined
        ? problemOf(message)
        : 'No local application has the API key inside the bearer; a session key does not open a session.',
    )
    return failed()
  }
  if (unverifiable) notes.push(unverifiableNote('openapi'))
  const application = applicationOf(world, app.id)
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
      appId: app.id,
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

export type SessionReading =
  | { kind: 'valid'; session: Session; note?: string }
  | { kind: 'refused'; note: string }

export const readSession = (message: WireMessage, world: World): SessionReading => {
  const plain = opened(message, world)
  if (plain === undefined) {
    const app = unverifiableApp(world)
    // Which session it is cannot be read, so what counts by session counts for all of these together.
    if (app) {
      const session = { hash: hashToken('unverifiable'), appId: app.id }
      return { kind: 'valid', session, note: unverifiableNote('openapi') }
    }
    return { kind: 'refused', note: problemOf(message) }
  }
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
