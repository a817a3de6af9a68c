import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { newOrganisation } from '@/lib/workspace/portal/fields'
import { createPortalOrganisation, listPortalOrganisations } from '@/lib/workspace/portal/organisations'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  return json({ organisations: listPortalOrganisations(deps(), actor) })
})

export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  const input = newOrganisation.parse(await readJson(request))
  return json({ organisation: createPortalOrganisation(deps(), actor, input) }, 201)
})
