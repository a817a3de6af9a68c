import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { listMembers } from '@/lib/workspace/people/members'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  return json({ members: listMembers(deps(), actor) })
})
