import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { planInput, planRun } from '@/lib/workspace/runs/plan-run'
import { deps } from '@/lib/workspace/server/context'
import { stopSignal } from '@/lib/workspace/server/stop'
import { keysForOperation } from '@/lib/workspace/world/emulator-keys'

export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  const input = planInput.parse(await readJson(request))
  await keysForOperation(deps(), actor, input.operation, stopSignal())
  return json(planRun(deps(), actor, input))
})
