import { actorOf } from '@/lib/auth/require'
import { handle } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/server/context'
import { resetSandbox } from '@/lib/workspace/world/settings'

export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  resetSandbox(deps(), actor)
  return new Response(null, { status: 204 })
})
