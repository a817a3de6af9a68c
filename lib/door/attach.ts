import 'server-only'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { largestBody } from '@/lib/workspace/callbacks/capture-answers'
import type { Deps } from '@/lib/workspace/deps'
import { isApi, serveApi } from './api'
import type { Machine } from './machines'
import { targetOf } from './message'
import { serveAs, serveMachine } from './serve'

type Listener = (...args: unknown[]) => unknown

/** A sender of headers is given this long; Node looks every 30 seconds. */
const headersWithinMs = 20_000
const requestWithinMs = 120_000

type Visit = (request: IncomingMessage, response: ServerResponse) => void

/** `saysContinue` tells the targets where who asks first is answered later, by whoever wants the body. */
const listen = (server: Server, visit: Visit, saysContinue: (target: string) => boolean): void => {
  server.removeAllListeners('request').on('request', visit)
  // Without a listener Node says "100 Continue" by itself, also to whom we are about to refuse.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    const isTooLarge = Number(request.headers['content-length']) > largestBody
    if (!isTooLarge && !saysContinue(request.url ?? '/')) response.writeContinue()
    visit(request, response)
  })
  server.headersTimeout = headersWithinMs
  server.requestTimeout = requestWithinMs
}

/** Puts the machines before a server's own listener. Requests that are not for them go on to it untouched. */
export const attachDoor = (server: Server, deps: () => Deps, { isDevelopment = false } = {}): void => {
  const framework = server.listeners('request') as Listener[]
  // While somebody writes the API, the framework's handlers have what was written last.
  const isOwn = (target: string) => !isDevelopment && isApi(target)
  const visit: Visit = (request, response) => {
    if (serveMachine(deps, request, response)) return
    if (isOwn(request.url ?? '/') && serveApi(deps, request, response)) return
    for (const listener of framework) listener.call(server, request, response)
  }
  listen(server, visit, isOwn)
  // With a listener Node takes a request that offers another protocol (Java's client does, with its body) from us.
  if (!isDevelopment) server.removeAllListeners('upgrade')
}

/** A server on which one machine alone answers, at every path. */
export const attachMachine = (
  server: Server,
  deps: Deps,
  machine: (path: string, host: string) => Machine,
): void => {
  const visit: Visit = (request, response) => {
    const { path, query } = targetOf(request.url ?? '/')
    serveAs(deps, machine(path, request.headers.host ?? ''), query, request, response)
  }
  listen(server, visit, () => false)
}
