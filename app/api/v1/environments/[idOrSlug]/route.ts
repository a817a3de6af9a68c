import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { deleteEnvironment } from '@/lib/workspace/environments/delete-environment'
import { getEnvironment } from '@/lib/workspace/environments/get-environment'
import { updateEnvironmentInput } from '@/lib/workspace/environments/input'
import { updateEnvironment } from '@/lib/workspace/environments/update-environment'
import { deps } from '@/lib/workspace/server/context'

type Context = RouteContext<'/api/v1/environments/[idOrSlug]'>

export const GET = handle(async (request: Request, { params }: Context) => {
  const actor = await actorOf(request)
  return json(getEnvironment(deps(), actor, (await params).idOrSlug))
})

export const PATCH = handle(async (request: Request, { params }: Context) => {
  const actor = await actorOf(request, 'member')
  const input = updateEnvironmentInput.parse(await readJson(request))
  return json(updateEnvironment(deps(), actor, (await params).idOrSlug, input))
})

export const DELETE = handle(async (request: Request, { params }: Context) => {
  const actor = await actorOf(request, 'member')
  deleteEnvironment(deps(), actor, (await params).idOrSlug)
  return new Response(null, { status: 204 })
})
