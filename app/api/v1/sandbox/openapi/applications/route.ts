import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { applicationInput, createApplication, listApplications } from '@/lib/workspace/portal/applications'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  return json({ applications: listApplications(deps(), actor) })
})

export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  const input = applicationInput.parse(await readJson(request))
  return json({ application: createApplication(deps(), actor, input) }, 201)
})
