import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { copyApplication } from '@/lib/workspace/portal/applications'
import { deps } from '@/lib/workspace/server/context'

export const POST = handle(
  async (request: Request, { params }: RouteContext<'/api/v1/sandbox/openapi/applications/[id]/copy'>) => {
    const actor = await actorOf(request, 'member')
    const { id } = await params
    return json({ application: copyApplication(deps(), actor, id) }, 201)
  },
)
