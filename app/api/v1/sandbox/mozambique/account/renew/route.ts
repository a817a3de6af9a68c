import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { renewMozambiqueKey } from '@/lib/workspace/portal/mozambique-account'
import { deps } from '@/lib/workspace/server/context'

export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  return json(renewMozambiqueKey(deps(), actor), 201)
})
