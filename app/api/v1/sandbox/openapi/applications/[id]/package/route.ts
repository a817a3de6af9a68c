import { z } from 'zod'
import { actorOf } from '@/lib/auth/require'
import { download } from '@/lib/http/download'
import { handle } from '@/lib/http/respond'
import { openapiReviewPackage, reviewPackageFile } from '@/lib/workspace/portal/application-package'
import { deps } from '@/lib/workspace/server/context'

const format = z.enum(['json', 'xlsx'], 'must be json or xlsx.')

export const GET = handle(
  async (request: Request, context: RouteContext<'/api/v1/sandbox/openapi/applications/[id]/package'>) => {
    const actor = await actorOf(request)
    const { id } = await context.params
    const wanted = format.parse(new URL(request.url).searchParams.get('format') ?? 'json')
    return download(await reviewPackageFile(openapiReviewPackage(deps(), actor, id), wanted))
  },
)
