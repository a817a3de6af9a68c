import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { openApi } from '@/lib/workspace/openapi'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request) => {
  await actorOf(request)
  const { publicUrl, version } = deps().config
  return json(openApi(publicUrl, version))
})
