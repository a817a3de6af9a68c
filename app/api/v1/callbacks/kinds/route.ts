import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { knownKinds } from '@/lib/systems/callbacks'

export const GET = handle(async (request: Request) => {
  await actorOf(request)
  return json({ kinds: knownKinds })
})
