import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { search } from '@/lib/workspace/search'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  return json(search(deps(), actor, new URL(request.url).searchParams.get('q') ?? ''))
})
