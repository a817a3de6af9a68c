import { z } from 'zod'
import { actorOf } from '@/lib/auth/require'
import { handle } from '@/lib/http/respond'
import { exportRuns } from '@/lib/workspace/runs/export-run'
import { deps } from '@/lib/workspace/server/context'

const format = z.enum(['json', 'har'])

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  const { format: wanted = 'json', ...filter } = Object.fromEntries(new URL(request.url).searchParams)
  const { name, contentType, body } = exportRuns(deps(), actor, filter, format.parse(wanted))
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
})
