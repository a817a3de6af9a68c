import { z } from 'zod'
import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/server/context'
import { setValidation } from '@/lib/workspace/world/organisations'

const change = z.object({ validation: z.boolean() })

export const PATCH = handle(
  async (request: Request, { params }: RouteContext<'/api/v1/sandbox/organisations/[shortcode]'>) => {
    const actor = await actorOf(request, 'member')
    const { shortcode } = await params
    const { validation } = change.parse(await readJson(request))
    return json({ organisation: setValidation(deps(), actor, { shortcode, validation }) })
  },
)
