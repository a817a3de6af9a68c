import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { changeJob, jobAction, waitForJob } from '@/lib/workspace/go-live/jobs'
import { waitSeconds } from '@/lib/workspace/runs/wait-for-run'
import { deps } from '@/lib/workspace/server/context'
import { untilStop } from '@/lib/workspace/server/stop'

type Context = RouteContext<'/api/v1/go-live/sheets/[id]/jobs/[jobId]'>

export const GET = handle(async (request: Request, context: Context) => {
  const actor = await actorOf(request)
  const { id, jobId } = await context.params
  const seconds = waitSeconds.parse(new URL(request.url).searchParams.get('wait') ?? 0)
  return json(await waitForJob(deps(), actor, { sheetId: id, jobId, seconds }, untilStop(request)))
})

export const PATCH = handle(async (request: Request, context: Context) => {
  const actor = await actorOf(request, 'member')
  const { id, jobId } = await context.params
  return json(await changeJob(deps(), actor, id, jobId, jobAction.parse(await readJson(request))))
})
