import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { getCallback } from '@/lib/workspace/get-callback'

export const GET = handle(async (request: Request, context: RouteContext<'/api/v1/callbacks/[id]'>) => {
  const actor = await actorOf(request)
  const { id } = await context.params
  return json(getCallback(deps(), actor, Number(id)))
})
