import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { getCode } from '@/lib/workspace/codes/get-code'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(
  async (request: Request, { params }: RouteContext<'/api/v1/codes/[system]/[id]'>) => {
    const actor = await actorOf(request)
    const { system, id } = await params
    return json(getCode(deps(), actor, system, id))
  },
)
