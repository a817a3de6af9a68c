import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { search } from '@/lib/workspace/search'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  return json(search(deps(), actor, new URL(request.url).searchParams.get('q') ?? ''))
})
