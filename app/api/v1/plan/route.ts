import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { keysForOperation } from '@/lib/workspace/emulator-keys'
import { planInput, planRun } from '@/lib/workspace/plan-run'
import { stopSignal } from '@/lib/workspace/stop'

export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  const input = planInput.parse(await readJson(request))
  await keysForOperation(deps(), actor, input.operation, stopSignal())
  return json(planRun(deps(), actor, input))
})
