import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { changeMozambiqueAccount, readMozambiqueAccount } from '@/lib/workspace/portal/mozambique-account'
import { deps } from '@/lib/workspace/server/context'
import { mozambiqueAccountInput } from '@/lib/workspace/world/input'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  return json({ account: readMozambiqueAccount(deps(), actor) })
})

export const PATCH = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  const input = mozambiqueAccountInput.parse(await readJson(request))
  return json({ account: changeMozambiqueAccount(deps(), actor, input) })
})
