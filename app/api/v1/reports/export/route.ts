import { actorOf } from '@/lib/auth/require'
import { handle } from '@/lib/http/respond'
import { exportReport } from '@/lib/workspace/reports/export-report'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const { name, contentType, body } = await exportReport(deps(), actor, asked)
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
})
