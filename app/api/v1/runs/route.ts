import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { getRun } from '@/lib/workspace/runs/get-run'
import { listRuns } from '@/lib/workspace/runs/list-runs'
import { sendInput, sendRun } from '@/lib/workspace/runs/send-run'
import { deps } from '@/lib/workspace/server/context'
import { stopSignal } from '@/lib/workspace/server/stop'
import { keysForOperation } from '@/lib/workspace/world/emulator-keys'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  return json(listRuns(deps(), actor, Object.fromEntries(new URL(request.url).searchParams)))
})

/** Ending the request cancels what is being sent. */
export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  const input = sendInput.parse(await readJson(request))
  await keysForOperation(deps(), actor, input.operation, stopSignal())
  const { id } = await sendRun(deps(), actor, input, request.signal)
  return json(getRun(deps(), actor, id), 201, { location: `/api/v1/runs/${id}` })
})
