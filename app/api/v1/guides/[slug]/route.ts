import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { getGuide } from '@/lib/workspace/guides/read-guides'

export const GET = handle(async (request: Request, { params }: RouteContext<'/api/v1/guides/[slug]'>) => {
  await actorOf(request)
  return json(getGuide(deps(), (await params).slug))
})
