import { z } from 'zod'
import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/server/context'
import { listTransactions } from '@/lib/workspace/world/payments'

const query = z.object({
  party: z.string().min(1).max(40).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
})

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  const wanted = query.parse(Object.fromEntries(new URL(request.url).searchParams))
  return json({ transactions: listTransactions(deps(), actor, wanted) })
})
