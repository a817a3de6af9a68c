import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { checkRollups } from '@/lib/workspace/reports/check-rollups'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request) =>
  json(checkRollups(deps(), await actorOf(request, 'member'))),
)
