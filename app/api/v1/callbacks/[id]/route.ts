import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { getCallback } from '@/lib/workspace/callbacks/get-callback'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request, context: RouteContext<'/api/v1/callbacks/[id]'>) => {
  const actor = await actorOf(request)
  const { id } = await context.params
  return json(getCallback(deps(), actor, Number(id)))
})
