import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { callbackKinds } from '@/lib/workspace/list-callbacks'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  return json({ kinds: callbackKinds(deps(), actor) })
})
