import { actorOf } from '@/lib/auth/require'
import { handle } from '@/lib/http/respond'
import { removeFromOrganisation } from '@/lib/workspace/portal/organisations'
import { deps } from '@/lib/workspace/server/context'

export const DELETE = handle(
  async (
    request: Request,
    { params }: RouteContext<'/api/v1/sandbox/openapi/organisations/[id]/people/[memberId]'>,
  ) => {
    const actor = await actorOf(request, 'member')
    removeFromOrganisation(deps(), actor, await params)
    return new Response(null, { status: 204 })
  },
)
