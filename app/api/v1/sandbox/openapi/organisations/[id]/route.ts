import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { organisationChange } from '@/lib/workspace/portal/fields'
import {
  deleteOrganisation,
  getPortalOrganisation,
  renameOrganisation,
} from '@/lib/workspace/portal/organisations'
import { deps } from '@/lib/workspace/server/context'

type Context = RouteContext<'/api/v1/sandbox/openapi/organisations/[id]'>

export const GET = handle(async (request: Request, { params }: Context) => {
  const actor = await actorOf(request)
  const { id } = await params
  return json({ organisation: getPortalOrganisation(deps(), actor, id) })
})

export const PATCH = handle(async (request: Request, { params }: Context) => {
  const actor = await actorOf(request, 'member')
  const { id } = await params
  const input = organisationChange.parse(await readJson(request))
  return json({ organisation: renameOrganisation(deps(), actor, id, input) })
})

export const DELETE = handle(async (request: Request, { params }: Context) => {
  const actor = await actorOf(request, 'member')
  const { id } = await params
  deleteOrganisation(deps(), actor, id)
  return new Response(null, { status: 204 })
})
