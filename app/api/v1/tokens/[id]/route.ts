import { actorOf } from '@/lib/auth/require'
import { handle } from '@/lib/http/respond'
import { revokeApiToken } from '@/lib/workspace/people/api-tokens'
import { deps } from '@/lib/workspace/server/context'

export const DELETE = handle(async (request: Request, { params }: RouteContext<'/api/v1/tokens/[id]'>) => {
  const actor = await actorOf(request, 'member')
  const { id } = await params
  revokeApiToken(deps(), actor, { id })
  return new Response(null, { status: 204 })
})
