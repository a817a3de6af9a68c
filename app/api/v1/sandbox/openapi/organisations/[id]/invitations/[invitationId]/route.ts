import { actorOf } from '@/lib/auth/require'
import { handle } from '@/lib/http/respond'
import { revokeOrganisationInvitation } from '@/lib/workspace/portal/invitations'
import { deps } from '@/lib/workspace/server/context'

export const DELETE = handle(
  async (
    request: Request,
    { params }: RouteContext<'/api/v1/sandbox/openapi/organisations/[id]/invitations/[invitationId]'>,
  ) => {
    const actor = await actorOf(request, 'member')
    revokeOrganisationInvitation(deps(), actor, await params)
    return new Response(null, { status: 204 })
  },
)
