import { z } from 'zod'
import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { joinOrganisation } from '@/lib/workspace/portal/invitations'
import { deps } from '@/lib/workspace/server/context'

const input = z.strictObject({ token: z.string().min(1).max(200) })

export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  return json({ organisation: joinOrganisation(deps(), actor, input.parse(await readJson(request))) })
})
