import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { changeChecklist } from '@/lib/workspace/go-live/checklist'
import { deps } from '@/lib/workspace/server/context'

export const PATCH = handle(
  async (request: Request, context: RouteContext<'/api/v1/go-live/sheets/[id]/checklist/[itemId]'>) => {
    const actor = await actorOf(request, 'member')
    const { id, itemId } = await context.params
    return json(await changeChecklist(deps(), actor, id, itemId, await readJson(request)))
  },
)
