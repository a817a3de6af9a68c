import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { reviewApplication, reviewStep } from '@/lib/workspace/portal/application-review'
import { deps } from '@/lib/workspace/server/context'

export const POST = handle(
  async (request: Request, { params }: RouteContext<'/api/v1/sandbox/openapi/applications/[id]/review'>) => {
    const actor = await actorOf(request, 'member')
    const { id } = await params
    const step = reviewStep.parse(await readJson(request))
    return json({ application: reviewApplication(deps(), actor, id, step) })
  },
)
