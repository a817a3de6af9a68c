import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { recompute } from '@/lib/workspace/reports/check-rollups'

export const POST = handle(async (request: Request) =>
  json(recompute(deps(), await actorOf(request, 'owner'))),
)
