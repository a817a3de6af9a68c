import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/server/context'
import { listOrganisations } from '@/lib/workspace/world/organisations'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  return json({ organisations: listOrganisations(deps(), actor) })
})
