import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { listGuides } from '@/lib/workspace/guides/read-guides'

export const GET = handle(async (request: Request) => {
  await actorOf(request)
  return json(listGuides(Object.fromEntries(new URL(request.url).searchParams)))
})
