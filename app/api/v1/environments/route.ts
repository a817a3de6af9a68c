import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { createEnvironment } from '@/lib/workspace/environments/create-environment'
import { createEnvironmentInput } from '@/lib/workspace/environments/input'
import { listEnvironments } from '@/lib/workspace/environments/list-environments'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  return json({ environments: listEnvironments(deps(), actor) })
})

export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  const input = createEnvironmentInput.parse(await readJson(request))
  return json(createEnvironment(deps(), actor, input), 201)
})
