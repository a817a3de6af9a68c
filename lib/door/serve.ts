import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isWithin } from '@/lib/http/ranges'
import { withRequestId } from '@/lib/log/request-id'
import type { Deps } from '@/lib/workspace/deps'
import { checkHealth } from '@/lib/workspace/server/check-health'
import { stopSignal } from '@/lib/workspace/server/stop'
import { refuseBody, writeAnswer, writeEmulated } from './answer'
import { faultAnswer, type Machine, machineAt } from './machines'
import { messageOf, targetOf } from './message'
import { readBody } from './read-body'

/** Longer than the slowest honest gateway takes over a megabyte. */
const bodyWithinMs = 30_000

/** Aborts when the caller hangs up or the server stops. Made only for callers that are kept waiting. */
const leavingOf = (request: IncomingMessage, response: ServerResponse): AbortSignal => {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  if (request.socket.destroyed) gone.abort()
  return AbortSignal.any([gone.signal, stopSignal()])
}

const trusts = new WeakMap<Deps, (address: string) => boolean>()

const isTrustedBy = (deps: Deps): ((address: string) => boolean) => {
  const known = trusts.get(deps) ?? isWithin(deps.config.trustedProxies)
  trusts.set(deps, known)
  return known
}

const serve = async (
  deps: Deps,
  machine: Machine,
  query: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const read = await readBody(request, { mostBytes: machine.mostBytes, withinMs: bodyWithinMs })
  if (read.kind === 'gone') return
  if (read.kind === 'too-large') return refuseBody(request, response, machine.tooLarge)
  if (read.kind === 'too-slow') {
    const error = `The body did not arrive within ${bodyWithinMs / 1000} seconds.`
    return refuseBody(request, response, {
      status: 408,
      headers: [['Content-Type', 'application/json; charset=utf-8']],
      body: JSON.stringify({ error }),
    })
  }
  const message = messageOf(request, { path: machine.path, query }, read.body, isTrustedBy(deps))
  await writeEmulated(response, await machine.answer(deps, message, () => leavingOf(request, response)))
}

/** Serves what machines ask for; false when the request is a page's. */
export const serveMachine = (
  deps: () => Deps,
  request: IncomingMessage,
  response: ServerResponse,
): boolean => {
  const { path, query } = targetOf(request.url ?? '/')
  if (/^\/+api\/+health\/?$/.test(path)) {
    request.resume()
    writeAnswer(response, {
      status: 200,
      headers: [
        ['Content-Type', 'application/json; charset=utf-8'],
        ['Cache-Control', 'no-store'],
      ],
      body: JSON.stringify(checkHealth(deps())),
    })
    return true
  }
  const machine = machineAt(path, request.headers.host ?? '')
  if (!machine) return false
  serveAs(deps(), machine, query, request, response)
  return true
}

/** Serves a request that is for this machine, whatever becomes of it. */
export const serveAs = (
  deps: Deps,
  machine: Machine,
  query: string,
  request: IncomingMessage,
  response: ServerResponse,
): void => {
  // A caller that hangs up half-way is no fault of ours.
  response.on('error', () => response.destroy())
  const given = request.headers['x-request-id']
  withRequestId(typeof given === 'string' ? given : undefined, () =>
    serve(deps, machine, query, request, response).catch((thrown: unknown) => {
      const answer = faultAnswer(thrown)
      if (response.headersSent) response.destroy()
      else refuseBody(request, response, answer)
    }),
  )
}
