import { readCapped } from '@/lib/http/read-capped'
import { logFault } from '@/lib/http/respond'
import type { WireAnswer, WireMessage } from '@/lib/wire/types'
import { largestBody, recordCallback, tooLarge } from '@/lib/workspace/callbacks/record-callback'
import { deps } from '@/lib/workspace/server/context'
import { untilStop } from '@/lib/workspace/server/stop'

const respond = ({ status, headers, body }: WireAnswer, method: string): Response => {
  const isBare = method === 'HEAD' || status === 204 || body.length === 0
  return new Response(isBare ? null : typeof body === 'string' ? body : new Uint8Array(body), {
    status,
    headers: [...headers, ['Cache-Control', 'no-store']],
  })
}

const capture = async (request: Request, context: RouteContext<'/hook/[inbox]/[[...path]]'>) => {
  const { inbox } = await context.params
  try {
    const body = await readCapped(request, largestBody)
    if (!body) return respond(tooLarge(), request.method)
    // From the URL itself: the router's own pieces are decoded and lose a trailing slash.
    const url = new URL(request.url)
    const message: WireMessage = {
      method: request.method,
      path: url.pathname,
      query: url.search.slice(1),
      headers: [...request.headers],
      body,
      // As claimed by whoever forwarded it; IPv4 without its IPv6 wrapping.
      remoteAddress: (request.headers.get('x-forwarded-for') ?? '').replace(/^::ffff:/, ''),
    }
    const answer = await recordCallback(deps(), inbox, message, untilStop(request))
    return respond(answer, request.method)
  } catch (thrown) {
    // An M-Pesa gateway reads no problem+json, and must not take this for an acknowledgement.
    return Response.json(
      { error: `Not stored. The server's log has it under ${logFault(thrown)}.` },
      { status: 500 },
    )
  }
}

export {
  capture as DELETE,
  capture as GET,
  capture as HEAD,
  capture as OPTIONS,
  capture as PATCH,
  capture as POST,
  capture as PUT,
}
