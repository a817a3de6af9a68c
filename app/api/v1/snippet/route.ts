import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { makeSnippet, snippetInput } from '@/lib/workspace/runs/make-snippet'
import { deps } from '@/lib/workspace/server/context'

export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  return json(await makeSnippet(deps(), actor, snippetInput.parse(await readJson(request))))
})
