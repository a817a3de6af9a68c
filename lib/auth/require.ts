import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Actor } from '@/lib/workspace/deps'
import { actorOfMember } from '@/lib/workspace/people/find-actor'
import { isAtLeast } from '@/lib/workspace/people/require-role'
import { deps } from '@/lib/workspace/server/context'
import type { Role } from '@/lib/workspace/views'
import { readSession } from './session'

/** The signed-in member, or undefined. For pages that greet both. */
export const currentMember = async (): Promise<Actor | undefined> => {
  const made = deps()
  const session = await readSession(await headers(), made.config)
  return session && actorOfMember(made, session.memberId, session.sessionVersion)
}

const linkVouchesMs = 60 * 60_000

/**
 * True for an hour after a one-time link opened this session. Whoever can print that link on the server may set a new
 * password without the old one: that is the way back from a forgotten one.
 */
export const cameByLink = async (): Promise<boolean> => {
  const { config, clock } = deps()
  const session = await readSession(await headers(), config)
  return session?.linkOpenedAt !== undefined && clock() - session.linkOpenedAt < linkVouchesMs
}

/** First line of every page: sends strangers to the sign-in, and tells those without the role so. */
export const requireMember = async (minimum: Role = 'viewer', wanted?: string): Promise<Actor> => {
  const actor = await currentMember()
  if (!actor) redirect(wanted ? `/sign-in?next=${encodeURIComponent(wanted)}` : '/sign-in')
  if (!isAtLeast(actor.role, minimum)) redirect(`/denied?needs=${minimum}`)
  return actor
}
