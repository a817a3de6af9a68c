import 'server-only'
import { actorFrom } from '@/lib/auth/actor-from'
import { answerUnderId } from '@/lib/http/answer-under-id'
import { methodNotAllowed } from '@/lib/http/respond'
import type { Actor, Deps } from '@/lib/workspace/deps'
import { type LiveAsked, liveStream } from '@/lib/workspace/live/live-stream'
import { untilStop } from '@/lib/workspace/server/stop'

export const liveHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Without no-transform a server between gzips the stream.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
} as const

/** Who listens, and from where on. Throws a Refusal. */
const askLive = async (
  deps: Deps,
  request: Request,
): Promise<{ actor: Actor; asked: Omit<LiveAsked, 'signal'> }> => {
  const actor = await actorFrom(deps, request, 'viewer')
  const given = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after')
  const after = given !== null && /^\d{1,15}$/.test(given) ? Number(given) : undefined
  const isMember = () =>
    actorFrom(deps, request, 'viewer').then(
      (now) => now.workspaceId === actor.workspaceId && now.role === actor.role,
      () => false,
    )
  return { actor, asked: { after, isMember } }
}

/** The live feed; `write` takes it where a web stream would be in the way, and its answer has no body then. */
export const answerLive = (
  deps: Deps,
  request: Request,
  write?: (actor: Actor, asked: Omit<LiveAsked, 'signal'>) => void,
): Promise<Response> =>
  answerUnderId(request, async () => {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } })
    if (request.method !== 'GET') return methodNotAllowed(request.method, allow)
    const { actor, asked } = await askLive(deps, request)
    if (!write) {
      const stream = liveStream(deps, actor, { ...asked, signal: untilStop(request) })
      return new Response(stream, { headers: liveHeaders })
    }
    write(actor, asked)
    return new Response(null, { headers: liveHeaders })
  })

const allow = 'GET, OPTIONS'
