import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { getWorkspace } from '@/lib/workspace/workspace'

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
