import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { diagnoseToken } from '@/lib/workspace/environments/diagnose-token'
import { diagnoseInput } from '@/lib/workspace/environments/input'
import { deps } from '@/lib/workspace/server/context'

export const POST = handle(
  async (request: Request, { params }: RouteContext<'/api/v1/environments/[idOrSlug]/diagnose'>) => {
    const actor = await actorOf(request, 'member')
    const input = diagnoseInput.parse(await readJson(request))
    return json(await diagnoseToken(deps(), actor, (await params).idOrSlug, input))
  },
)
