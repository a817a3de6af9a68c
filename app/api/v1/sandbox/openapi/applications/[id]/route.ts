import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import {
  applicationInput,
  deleteApplication,
  editApplication,
  getApplication,
} from '@/lib/workspace/portal/applications'
import { deps } from '@/lib/workspace/server/context'

type Context = RouteContext<'/api/v1/sandbox/openapi/applications/[id]'>

export const GET = handle(async (request: Request, { params }: Context) => {
  const actor = await actorOf(request)
  const { id } = await params
  return json({ application: getApplication(deps(), actor, id) })
})

export const PATCH = handle(async (request: Request, { params }: Context) => {
  const actor = await actorOf(request, 'member')
  const { id } = await params
  const input = applicationInput.parse(await readJson(request))
  return json({ application: editApplication(deps(), actor, id, input) })
})

export const DELETE = handle(async (request: Request, { params }: Context) => {
  const actor = await actorOf(request, 'member')
  const { id } = await params
  deleteApplication(deps(), actor, id)
  return new Response(null, { status: 204 })
})
