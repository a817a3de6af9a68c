import { actorOf } from '@/lib/auth/require'
import { handle } from '@/lib/http/handle'
import { liveStream } from '@/lib/workspace/live/live-stream'
import { deps } from '@/lib/workspace/server/context'
import { untilStop } from '@/lib/workspace/server/stop'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  const asked = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after')
  const after = asked !== null && /^\d{1,15}$/.test(asked) ? Number(asked) : undefined
  const isMember = () =>
    actorOf(request).then(
      (now) => now.workspaceId === actor.workspaceId && now.role === actor.role,
      () => false,
    )
  return new Response(liveStream(deps(), actor, { after, signal: untilStop(request), isMember }), {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // Without no-transform the server gzips the stream.
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  })
})
