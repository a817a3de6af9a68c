import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerApi, apiBase } from '@/lib/api/endpoints'
import { answerLive, liveHeaders } from '@/lib/api/live'
import { logFault } from '@/lib/log'
import type { Deps } from '@/lib/workspace/deps'
import { mostWaiting, openLive } from '@/lib/workspace/live/live-stream'
import { stopSignal } from '@/lib/workspace/server/stop'
import { refuseBody } from './answer'
import { targetOf } from './message'
import { isWebMethod, webRequest, writeWeb } from './web'

type Serve = (deps: Deps, incoming: IncomingMessage, outgoing: ServerResponse, url: URL) => Promise<void>

/** As long as a machine's body may take. */
const bodyWithinMs = 30_000

const problem = (status: number, title: string, detail: string) => ({
  status,
  headers: [['Content-Type', 'application/problem+json; charset=utf-8']] as [string, string][],
  body: JSON.stringify({ type: 'about:blank', title, status, detail }),
})

const serveEndpoint: Serve = async (deps, incoming, outgoing, url) => {
  const late = setTimeout(() => {
    if (incoming.complete) return
    const detail = `The body did not arrive within ${bodyWithinMs / 1000} seconds.`
    refuseBody(incoming, outgoing, problem(408, 'Request timeout', detail))
  }, bodyWithinMs)
  late.unref()
  outgoing.once('close', () => clearTimeout(late))
  await writeWeb(incoming, outgoing, await answerApi(deps, webRequest(incoming, outgoing, url)))
}

/** Events are written to the connection itself: one buffer for all who hear the same. */
const serveLive: Serve = async (deps, incoming, outgoing, url) => {
  const answer = await answerLive(deps, webRequest(incoming, outgoing, url), (actor, asked) => {
    if (outgoing.destroyed) return
    incoming.resume()
    outgoing.writeHead(200, liveHeaders)
    const live = openLive(
      deps,
      actor,
      { ...asked, signal: stopSignal() },
      {
        write: (bytes) => outgoing.write(bytes),
        isFull: () => outgoing.writableLength > mostWaiting,
        end: () => outgoing.end(),
        cut: () => outgoing.destroy(),
      },
    )
    outgoing.on('drain', live.drained).once('close', live.stop)
  })
  if (!outgoing.headersSent && !outgoing.destroyed) await writeWeb(incoming, outgoing, answer)
}

const serverOf = (path: string): { serve: Serve; rest: string } | undefined => {
  const [, place, rest = ''] = /^\/+api\/+(v1|live)(\/.*)?$/s.exec(path) ?? []
  if (place === 'v1') return { serve: serveEndpoint, rest: `${apiBase}${rest}` }
  return place === 'live' && /^\/?$/.test(rest) ? { serve: serveLive, rest: '/api/live' } : undefined
}

/** True where the API decides itself whether it wants a body. */
export const isApi = (target: string): boolean => serverOf(targetOf(target).path) !== undefined

/** Serves our own API and its live feed; false when the request is for something else. */
export const serveApi = (deps: () => Deps, incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
  const { path, query } = targetOf(incoming.url ?? '/')
  const found = serverOf(path)
  if (!found) return false
  outgoing.on('error', () => outgoing.destroy())
  const made = deps()
  if (!isWebMethod(incoming.method ?? '')) {
    const detail = `${incoming.method} is not answered here.`
    refuseBody(incoming, outgoing, problem(405, 'Method not allowed', detail))
    return true
  }
  const url = new URL(`${found.rest}${query && `?${query}`}`, made.config.publicUrl)
  found.serve(made, incoming, outgoing, url).catch((thrown: unknown) => {
    logFault(thrown)
    if (outgoing.headersSent) outgoing.destroy()
    else
      refuseBody(incoming, outgoing, problem(500, 'Something went wrong here', 'This is a fault of Jaribu.'))
  })
  return true
}
