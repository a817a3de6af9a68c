import { actorOf } from '@/lib/auth/require'
import { download } from '@/lib/http/download'
import { handle } from '@/lib/http/respond'
import { exportFormat, exportSheet } from '@/lib/workspace/go-live/export-sheet'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(
  async (request: Request, context: RouteContext<'/api/v1/go-live/sheets/[id]/export'>) => {
    const actor = await actorOf(request)
    const { id } = await context.params
    const format = exportFormat.parse(new URL(request.url).searchParams.get('format') ?? 'xlsx')
    return download(await exportSheet(deps(), actor, id, format))
  },
)
