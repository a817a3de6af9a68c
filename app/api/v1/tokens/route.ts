import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { createApiToken, listApiTokens } from '@/lib/workspace/people/api-tokens'
import { newApiToken } from '@/lib/workspace/people/people-fields'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  return json({ tokens: listApiTokens(deps(), actor) })
})

export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  return json(createApiToken(deps(), actor, newApiToken.parse(await readJson(request))), 201)
})
