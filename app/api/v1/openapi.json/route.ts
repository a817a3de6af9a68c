import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { openApi } from '@/lib/workspace/openapi'

export const GET = handle(async (request: Request) => {
  await actorOf(request)
  const { publicUrl, version } = deps().config
  return json(openApi(publicUrl, version))
})
