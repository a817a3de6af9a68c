import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { caseChange, changeCase } from '@/lib/workspace/go-live/change-case'
import { deps } from '@/lib/workspace/server/context'

type Context = RouteContext<'/api/v1/go-live/sheets/[id]/cases/[caseId]'>

export const PATCH = handle(async (request: Request, context: Context) => {
  const actor = await actorOf(request, 'member')
  const { id, caseId } = await context.params
  return json(await changeCase(deps(), actor, id, caseId, caseChange.parse(await readJson(request))))
})
