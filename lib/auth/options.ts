import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { actorOfMember } from '@/lib/workspace/people/find-actor'
import { signIn } from '@/lib/workspace/people/sign-in'
import { openOwnerLink } from '@/lib/workspace/people/sign-in-link'
import { deps } from '@/lib/workspace/server/context'
import { addressOf } from './address'
import { sessionCookie, sessionSeconds, sessionSecret } from './session'

type SignedIn = { id: string; name: string; sessionVersion: number; linkOpenedAt?: number }

const passwordInput = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(200) })
const linkInput = z.object({ token: z.string().min(1).max(200) })

const byPassword = CredentialsProvider({
  id: 'password',
  name: 'E-mail and password',
  credentials: { email: { type: 'email' }, password: { type: 'password' } },
  async authorize(input, request): Promise<SignedIn | null> {
    const parsed = passwordInput.safeParse(input)
    if (!parsed.success) return null
    const headers = new Headers(stringsOf(request.headers))
    const result = await signIn(deps(), { ...parsed.data, address: addressOf(headers) })
    // next-auth hands the message of an error on to the page, and nothing else of it.
    if (result.kind === 'locked') throw new Error(`locked ${result.until}`)
    if (result.kind === 'wrong') return null
    return { id: result.memberId, name: result.name, sessionVersion: result.sessionVersion }
  },
})

const byLink = CredentialsProvider({
  id: 'link',
  name: 'One-time link',
  credentials: { token: { type: 'text' } },
  async authorize(input): Promise<SignedIn | null> {
    const parsed = linkInput.safeParse(input)
    const opened = parsed.success ? openOwnerLink(deps(), parsed.data.token) : undefined
    if (!opened) return null
    const { memberId: id, name, sessionVersion } = opened
    return { id, name, sessionVersion, linkOpenedAt: deps().clock() }
  },
})

/** Read at each request: the settings must not be needed while the product is built. */
export const authOptions = (): NextAuthOptions => {
  const { config } = deps()
  return {
    secret: sessionSecret(config),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    useSecureCookies: config.publicUrl.startsWith('https:'),
    cookies: { sessionToken: sessionCookie(config) },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [byPassword, byLink],
    callbacks: {
      jwt: ({ token, user }) => {
        if (!user) return token
        const { id, sessionVersion, linkOpenedAt } = user as SignedIn
        return { sub: id, sessionVersion, linkOpenedAt }
      },
      // What `/api/auth/session` tells: the cookie alone is not enough, the member must still be there.
      session: ({ session, token }) => {
        const actor =
          typeof token.sub === 'string' && typeof token.sessionVersion === 'number'
            ? actorOfMember(deps(), token.sub, token.sessionVersion)
            : undefined
        return { expires: session.expires, user: actor ? { name: actor.name, role: actor.role } : undefined }
      },
    },
  }
}

const stringsOf = (headers: unknown): Record<string, string> =>
  typeof headers === 'object' && headers !== null
    ? Object.fromEntries(Object.entries(headers).filter((pair) => typeof pair[1] === 'string'))
    : {}
