import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { recompute } from '@/lib/workspace/reports/check-rollups'
import { deps } from '@/lib/workspace/server/context'

export const POST = handle(async (request: Request) =>
  json(recompute(deps(), await actorOf(request, 'owner'))),
)
