import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { getToken } from '@/lib/workspace/environments/get-token'
import { tokenInput } from '@/lib/workspace/environments/input'
import { withoutToken } from '@/lib/workspace/environments/token-answer'
import { deps } from '@/lib/workspace/server/context'

/** Says that a token is there and until when, or what came instead. The token itself stays on the server. */
export const POST = handle(
  async (request: Request, { params }: RouteContext<'/api/v1/environments/[idOrSlug]/token'>) => {
    const actor = await actorOf(request, 'member')
    const { refresh } = tokenInput.parse(await readJson(request))
    return json(withoutToken(await getToken(deps(), actor, (await params).idOrSlug, { refresh })))
  },
)
