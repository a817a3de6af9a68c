import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { casesOfRun } from '@/lib/workspace/go-live/cases-of-run'

export const GET = handle(async (request: Request, context: RouteContext<'/api/v1/runs/[id]/cases'>) => {
  const actor = await actorOf(request)
  const { id } = await context.params
  return json({ cases: await casesOfRun(deps(), actor, id) })
})
