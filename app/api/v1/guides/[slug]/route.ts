import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { getGuide } from '@/lib/workspace/guides/read-guides'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request, { params }: RouteContext<'/api/v1/guides/[slug]'>) => {
  await actorOf(request)
  return json(getGuide(deps(), (await params).slug))
})
