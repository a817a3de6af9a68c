import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { callbackKinds } from '@/lib/workspace/callbacks/list-callbacks'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  return json({ kinds: callbackKinds(deps(), actor) })
})
