import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { keyLabels, keyOf } from '@/lib/crypto/keys'
import type { Config } from '@/lib/env/config'

export type Session = {
  memberId: string
  sessionVersion: number
  /** Epoch milliseconds at which a one-time link opened this session; absent after a sign-in by password. */
  linkOpenedAt?: number
}

export const sessionSeconds = 30 * 24 * 60 * 60

export const sessionSecret = (config: Config): string =>
  keyOf(config.secret, keyLabels.session).toString('base64url')

const isSecure = (config: Config) => config.publicUrl.startsWith('https:')

/** The `__Secure-` prefix is honoured only over https, so it depends on where we are reached. */
export const sessionCookie = (config: Config) => ({
  name: isSecure(config) ? '__Secure-jaribu.session' : 'jaribu.session',
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(config) } as const,
})

export const sealSession = (session: Session, config: Config): Promise<string> =>
  encode({
    token: {
      sub: session.memberId,
      sessionVersion: session.sessionVersion,
      linkOpenedAt: session.linkOpenedAt,
    },
    secret: sessionSecret(config),
    maxAge: sessionSeconds,
  })

/** What the cookie of a request says. Whether the member still exists is for the caller to check. */
export const readSession = async (headers: Headers, config: Config): Promise<Session | undefined> => {
  const token = cookieOf(headers.get('cookie') ?? '', sessionCookie(config).name)
  if (!token) return undefined
  try {
    const payload = await decode({ token, secret: sessionSecret(config) })
    if (typeof payload?.sub !== 'string' || typeof payload.sessionVersion !== 'number') return undefined
    return {
      memberId: payload.sub,
      sessionVersion: payload.sessionVersion,
      linkOpenedAt: typeof payload.linkOpenedAt === 'number' ? payload.linkOpenedAt : undefined,
    }
  } catch {
    // Forged, expired, or sealed with an earlier secret: nobody is signed in.
    return undefined
  }
}

const cookieOf = (header: string, name: string): string | undefined => {
  for (const part of header.split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}
