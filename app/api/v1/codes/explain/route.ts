import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { explainPasted, longestPaste } from '@/lib/workspace/codes/explain-pasted'

export const POST = handle(async (request: Request) => {
  await actorOf(request)
  // Escaped as JSON, a text may be several times as long.
  return json(explainPasted(await readJson(request, longestPaste * 6)))
})
