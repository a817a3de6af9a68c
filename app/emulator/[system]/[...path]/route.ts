import { readCapped } from '@/lib/http/read-capped'
import { logFault } from '@/lib/http/respond'
import type { Emulated, WireMessage } from '@/lib/wire/types'
import { deps } from '@/lib/workspace/server/context'
import { untilStop } from '@/lib/workspace/server/stop'
import { emulateAndWait } from '@/lib/workspace/world/emulate'

const mostBytes = 1024 * 1024

const readMessage = (request: Request, system: string, body: Uint8Array): WireMessage => {
  const url = new URL(request.url)
  return {
    method: request.method,
    // From the URL itself: the router's own pieces are decoded and lose a trailing slash.
    path: url.pathname.slice(`/emulator/${system}`.length) || '/',
    query: url.search.slice(1),
    headers: [...request.headers],
    body,
    remoteAddress: request.headers.get('x-forwarded-for') ?? '',
  }
}

const respond = async ({ answer, delivery }: Emulated): Promise<Response> => {
  if (delivery?.delayMs) await new Promise((done) => setTimeout(done, delivery.delayMs))
  if (delivery?.isDropped) {
    // A body that fails before its first byte ends the connection without an answer.
    return new Response(new ReadableStream({ start: (controller) => controller.error(new Error('dropped')) }))
  }
  const headers = new Headers()
  for (const [name, value] of answer.headers) headers.append(name, value)
  const body = typeof answer.body === 'string' ? answer.body : new Uint8Array(answer.body)
  return new Response(body.length === 0 ? null : body, { status: answer.status, headers })
}

const handle = async (request: Request, context: RouteContext<'/emulator/[system]/[...path]'>) => {
  const { system } = await context.params
  const body = await readCapped(request, mostBytes)
  if (!body) return new Response('The body is longer than 1 MB.', { status: 413 })
  try {
    return await respond(
      await emulateAndWait(deps(), system, readMessage(request, system, body), untilStop(request)),
    )
  } catch (thrown) {
    const requestId = logFault(thrown)
    return Response.json(
      { requestId, errorCode: '500.001.1001', errorMessage: 'Internal Server Error' },
      { status: 500 },
    )
  }
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT }
