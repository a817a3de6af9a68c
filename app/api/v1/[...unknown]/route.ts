import { actorOf } from '@/lib/auth/require'
import { handle } from '@/lib/http/respond'
import { Refusal } from '@/lib/refusal'

/** Scripts get their mistakes as problem+json, not as a page. */
const refuse = handle(async (request: Request) => {
  await actorOf(request)
  const { pathname } = new URL(request.url)
  throw new Refusal(
    'not-found',
    `The API has no ${request.method} ${pathname}. GET /api/v1/openapi.json lists what there is.`,
  )
})

export const GET = refuse
export const POST = refuse
export const PUT = refuse
export const PATCH = refuse
export const DELETE = refuse
