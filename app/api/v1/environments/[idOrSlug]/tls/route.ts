import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { getEnvironment } from '@/lib/workspace/environments/get-environment'
import { setTls } from '@/lib/workspace/environments/set-tls'
import { tlsInput } from '@/lib/workspace/environments/tls-input'
import { deps } from '@/lib/workspace/server/context'

type Context = RouteContext<'/api/v1/environments/[idOrSlug]/tls'>

export const GET = handle(async (request: Request, { params }: Context) => {
  const actor = await actorOf(request)
  return json(getEnvironment(deps(), actor, (await params).idOrSlug).tls)
})

/** What is left out stays, null removes. */
export const PATCH = handle(async (request: Request, { params }: Context) => {
  const actor = await actorOf(request, 'member')
  const input = tlsInput.parse(await readJson(request))
  return json(setTls(deps(), actor, (await params).idOrSlug, input).tls)
})
