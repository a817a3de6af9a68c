import { z } from 'zod'
import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { renewApplicationKey, revealApplicationKey } from '@/lib/workspace/portal/applications'
import { deps } from '@/lib/workspace/server/context'

const input = z.strictObject({ do: z.enum(['reveal', 'renew']) })

export const POST = handle(
  async (request: Request, { params }: RouteContext<'/api/v1/sandbox/openapi/applications/[id]/key'>) => {
    const actor = await actorOf(request, 'member')
    const { id } = await params
    const { do: what } = input.parse(await readJson(request))
    return json(
      what === 'renew' ? renewApplicationKey(deps(), actor, id) : revealApplicationKey(deps(), actor, id),
    )
  },
)
