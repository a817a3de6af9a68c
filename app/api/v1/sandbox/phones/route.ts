import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/server/context'
import { listPhones } from '@/lib/workspace/world/phones'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  return json({ phones: listPhones(deps(), actor) })
})
