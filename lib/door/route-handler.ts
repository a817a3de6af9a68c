import 'server-only'
import { readCapped } from '@/lib/http/read-capped'
import { withRequestId } from '@/lib/log/request-id'
import type { WireMessage } from '@/lib/wire/types'
import type { Deps } from '@/lib/workspace/deps'
import { untilStop } from '@/lib/workspace/server/stop'
import { type Answered, faultAnswer, machineAt } from './machines'

/**
 * The machines behind the framework, for hosts that offer nothing else. What the framework takes away is gone here:
 * header names and order, the body of a GET, paths that it does not like.
 */
export const answerMachine = (deps: Deps, request: Request): Promise<Response> =>
  withRequestId(request.headers.get('x-request-id'), () => answerOf(deps, request))

const answerOf = async (deps: Deps, request: Request): Promise<Response> => {
  const url = new URL(request.url)
  const machine = machineAt(url.pathname, '')
  if (!machine) return new Response(null, { status: 404 })
  const body = await readCapped(request, machine.mostBytes)
  if (!body) return respond({ answer: machine.tooLarge }, request.method)
  const message: WireMessage = {
    method: request.method,
    path: machine.path,
    query: url.search.slice(1),
    headers: [...request.headers].filter(([name]) => !ofTheFramework.test(name)),
    body,
    // The address of the connection does not reach here; whoever forwarded it only claims one.
    remoteAddress: '',
  }
  try {
    return await respond(await machine.answer(deps, message, () => untilStop(request)), request.method)
  } catch (thrown) {
    return respond({ answer: faultAnswer(thrown) }, request.method)
  }
}

/** Added on the way by the framework's own server: nobody sent them. */
const ofTheFramework = /^x-(forwarded-(for|host|port|proto)|invoke-|matched-path$|nextjs-)/

const respond = async ({ answer, delivery }: Answered, method: string): Promise<Response> => {
  if (delivery?.delayMs) await new Promise((done) => setTimeout(done, delivery.delayMs))
  if (delivery?.isDropped) {
    // A body that fails before its first byte ends the connection without an answer.
    return new Response(new ReadableStream({ start: (controller) => controller.error(new Error('dropped')) }))
  }
  const headers = new Headers()
  for (const [name, value] of answer.headers) headers.append(name, value)
  const isBare = method === 'HEAD' || answer.status === 204 || answer.body.length === 0
  const body = typeof answer.body === 'string' ? answer.body : new Uint8Array(answer.body)
  return new Response(isBare ? null : body, { status: answer.status, headers })
}
