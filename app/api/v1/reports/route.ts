import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { getReport } from '@/lib/workspace/reports/get-report'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  return json(getReport(deps(), actor, Object.fromEntries(new URL(request.url).searchParams)))
})
