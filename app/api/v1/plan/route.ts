import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { planInput, planRun } from '@/lib/workspace/plan-run'

export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  return json(planRun(deps(), actor, planInput.parse(await readJson(request))))
})
