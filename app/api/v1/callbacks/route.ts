import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { listCallbacks, readCallbacks } from '@/lib/workspace/callbacks/list-callbacks'
import { deps } from '@/lib/workspace/server/context'
import { untilStop } from '@/lib/workspace/server/stop'

/** For scripts oldest first after a cursor; `view=summary` is newest first, for screens. */
export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  const { view, ...query } = Object.fromEntries(new URL(request.url).searchParams)
  if (view === 'summary') return json(listCallbacks(deps(), actor, query))
  return json(await readCallbacks(deps(), actor, query, untilStop(request)))
})
