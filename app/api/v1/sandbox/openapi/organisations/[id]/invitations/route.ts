import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { newPortalInvitation } from '@/lib/workspace/portal/fields'
import { inviteToOrganisation, listOrganisationInvitations } from '@/lib/workspace/portal/invitations'
import { deps } from '@/lib/workspace/server/context'

type Context = RouteContext<'/api/v1/sandbox/openapi/organisations/[id]/invitations'>

export const GET = handle(async (request: Request, { params }: Context) => {
  const actor = await actorOf(request, 'member')
  const { id } = await params
  return json({ invitations: listOrganisationInvitations(deps(), actor, id) })
})

export const POST = handle(async (request: Request, { params }: Context) => {
  const actor = await actorOf(request, 'member')
  const { id } = await params
  const input = newPortalInvitation.parse(await readJson(request))
  return json(inviteToOrganisation(deps(), actor, id, input), 201)
})
