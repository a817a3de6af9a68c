import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { checkRollups } from '@/lib/workspace/reports/check-rollups'

export const GET = handle(async (request: Request) =>
  json(checkRollups(deps(), await actorOf(request, 'member'))),
)
