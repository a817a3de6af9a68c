import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deleteRun } from '@/lib/workspace/runs/delete-run'
import { waitForRun, waitSeconds } from '@/lib/workspace/runs/wait-for-run'
import { deps } from '@/lib/workspace/server/context'
import { untilStop } from '@/lib/workspace/server/stop'

type Context = RouteContext<'/api/v1/runs/[id]'>

export const GET = handle(async (request: Request, context: Context) => {
  const actor = await actorOf(request)
  const { id } = await context.params
  const seconds = waitSeconds.parse(new URL(request.url).searchParams.get('wait') ?? 0)
  return json(await waitForRun(deps(), actor, id, seconds, untilStop(request)))
})

export const DELETE = handle(async (request: Request, context: Context) => {
  const actor = await actorOf(request, 'member')
  const { id } = await context.params
  deleteRun(deps(), actor, id)
  return new Response(null, { status: 204 })
})
