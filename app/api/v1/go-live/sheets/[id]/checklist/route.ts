import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { listChecklist } from '@/lib/workspace/go-live/checklist'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(
  async (request: Request, context: RouteContext<'/api/v1/go-live/sheets/[id]/checklist'>) => {
    const actor = await actorOf(request)
    return json({ items: await listChecklist(deps(), actor, (await context.params).id) })
  },
)
