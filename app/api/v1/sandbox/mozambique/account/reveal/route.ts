import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { revealMozambiqueKey } from '@/lib/workspace/mozambique-account'

export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  return json({ apiKey: revealMozambiqueKey(deps(), actor) })
})
