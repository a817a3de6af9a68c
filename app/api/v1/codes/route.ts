import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { listCodes } from '@/lib/workspace/codes/list-codes'

export const GET = handle(async (request: Request) => {
  await actorOf(request)
  return json(listCodes(Object.fromEntries(new URL(request.url).searchParams)))
})
