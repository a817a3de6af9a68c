import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { getWorkspace } from '@/lib/workspace/people/workspace'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  const { id, name } = getWorkspace(deps(), actor)
  return json({
    name: actor.name,
    role: actor.role,
    memberId: actor.memberId,
    tokenId: actor.tokenId,
    workspace: { id, name },
  })
})
