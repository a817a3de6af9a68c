import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { casesOfRun } from '@/lib/workspace/go-live/cases-of-run'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request, context: RouteContext<'/api/v1/runs/[id]/cases'>) => {
  const actor = await actorOf(request)
  const { id } = await context.params
  return json({ cases: await casesOfRun(deps(), actor, id) })
})
