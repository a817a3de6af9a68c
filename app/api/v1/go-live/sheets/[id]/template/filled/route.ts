import { actorOf } from '@/lib/auth/require'
import { download } from '@/lib/http/download'
import { handle } from '@/lib/http/respond'
import { xlsxType } from '@/lib/workbook/write'
import { fillTemplate } from '@/lib/workspace/go-live/template'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(
  async (request: Request, context: RouteContext<'/api/v1/go-live/sheets/[id]/template/filled'>) => {
    const actor = await actorOf(request)
    const { name, bytes } = await fillTemplate(deps(), actor, (await context.params).id)
    return download({ name, contentType: xlsxType, body: bytes })
  },
)
