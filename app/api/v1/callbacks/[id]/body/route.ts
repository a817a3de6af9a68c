import { actorOf } from '@/lib/auth/require'
import { handle } from '@/lib/http/respond'
import { getCallbackBody } from '@/lib/workspace/callbacks/get-callback'
import { deps } from '@/lib/workspace/server/context'

/** Always a download: what somebody sent us must never run as a page of ours. */
export const GET = handle(async (request: Request, context: RouteContext<'/api/v1/callbacks/[id]/body'>) => {
  const actor = await actorOf(request)
  const { id } = await context.params
  return new Response(getCallbackBody(deps(), actor, Number(id)), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="callback-${Number(id)}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    },
  })
})
