import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { newJob, startJob } from '@/lib/workspace/go-live/jobs'
import { deps } from '@/lib/workspace/server/context'

type Context = RouteContext<'/api/v1/go-live/sheets/[id]/jobs'>

export const POST = handle(async (request: Request, context: Context) => {
  const actor = await actorOf(request, 'member')
  const { id } = await context.params
  const job = await startJob(deps(), actor, id, newJob.parse(await readJson(request)))
  return json(job, 201, { location: `/api/v1/go-live/sheets/${id}/jobs/${job.id}` })
})
