import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/server/context'
import { listPromptsOf } from '@/lib/workspace/world/phones'

export const GET = handle(
  async (request: Request, { params }: RouteContext<'/api/v1/sandbox/phones/[msisdn]/prompts'>) => {
    const actor = await actorOf(request)
    const { msisdn } = await params
    return json({ prompts: listPromptsOf(deps(), actor, msisdn) })
  },
)
