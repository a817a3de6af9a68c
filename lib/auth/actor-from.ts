import 'server-only'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '@/lib/workspace/deps'
import { actorOfMember, actorOfToken } from '@/lib/workspace/people/find-actor'
import { requireRole } from '@/lib/workspace/people/require-role'
import type { Role } from '@/lib/workspace/views'
import { requireSameOrigin } from './same-origin'
import { readSession } from './session'

/** Who sends a request: an API token, or a session of our own pages. Throws a Refusal. */
export const actorFrom = async (made: Deps, request: Request, minimum: Role): Promise<Actor> => {
  const actor = await identify(made, request)
  requireRole(actor, minimum)
  return actor
}

const identify = async (made: Deps, request: Request): Promise<Actor> => {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) {
    const token = /^Bearer\s+(\S+)\s*$/i.exec(authorization)?.[1]
    const actor = token && actorOfToken(made, token)
    if (actor) return actor
    throw new Refusal(
      'unauthenticated',
      'This API token is unknown or was revoked. Make one in Settings, API tokens.',
    )
  }
  const session = await readSession(request.headers, made.config)
  const actor = session && actorOfMember(made, session.memberId, session.sessionVersion)
  if (!actor) {
    throw new Refusal(
      'unauthenticated',
      'Sign in, or send an API token: Authorization: Bearer <token>. Make one in Settings, API tokens.',
    )
  }
  requireSameOrigin(request, made.config.publicUrl)
  return actor
}
