import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { listMembers } from '@/lib/workspace/members'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  return json({ members: listMembers(deps(), actor) })
})
