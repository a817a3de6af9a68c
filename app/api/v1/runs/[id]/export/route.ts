import { z } from 'zod'
import { actorOf } from '@/lib/auth/require'
import { handle } from '@/lib/http/respond'
import { exportRun } from '@/lib/workspace/runs/export-run'
import { deps } from '@/lib/workspace/server/context'

const format = z.enum(['json', 'har'])

export const GET = handle(async (request: Request, context: RouteContext<'/api/v1/runs/[id]/export'>) => {
  const actor = await actorOf(request)
  const { id } = await context.params
  const wanted = format.parse(new URL(request.url).searchParams.get('format') ?? 'json')
  const { name, contentType, body } = exportRun(deps(), actor, id, wanted)
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '')}"`,
      'cache-control': 'no-store',
    },
  })
})
