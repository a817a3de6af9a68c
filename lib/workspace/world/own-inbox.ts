import 'server-only'
import { droppedDetail, lateDetail } from '@/lib/http/explain'
import type { HttpResult } from '@/lib/http/types'
import type { WireAnswer, WireMessage } from '@/lib/wire/types'
import { captureWithin, recordCallback } from '../callbacks/record-callback'
import type { Delivery, Deps, OwnInboxes } from '../deps'
import { inboxAt } from '../inboxes/open-inboxes'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

const origins = new WeakMap<Deps['config'], string>()

const ownOrigin = (config: Deps['config']): string => {
  const origin = origins.get(config) ?? new URL(config.publicUrl).origin
  origins.set(config, origin)
  return origin
}

/** Our own door, by its public address or by that of this machine. */
const isOwn = ({ origin, protocol, hostname, port }: URL, { config }: Pick<Deps, 'config'>): boolean =>
  origin === ownOrigin(config) ||
  (protocol === 'http:' &&
    loopback.has(hostname) &&
    [config.port, config.hookPort].includes(Number(port || 80)))

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** As the door would have got it: the same headers in the same order, from this machine. */
const messageOf = ({ request }: Delivery, { host, pathname, search }: URL): WireMessage => {
  const body = Buffer.from(request.body ?? '')
  const headers: WireMessage['headers'] = [['host', host], ['connection', 'keep-alive'], ...request.headers]
  if (body.length > 0) headers.push(['content-length', String(body.length)])
  return {
    method: request.method,
    path: pathname,
    query: search.slice(1),
    headers,
    body,
    remoteAddress: '127.0.0.1',
  }
}

/** The segment of `/hook/<address>`; undefined for anybody else's URL. */
const addressAt = (url: URL, deps: Deps): string | undefined => {
  const address = /^\/+hook\/+([^/]*)/.exec(url.pathname)?.[1]
  if (address === undefined || isOwn(url, deps)) return address
  // A tunnel or a domain that leads to this inbox alone.
  return inboxAt(deps, decoded(address))?.publicUrl === url.origin ? address : undefined
}

/** Whether an address is that of an inbox of this very process, under whichever name it knows itself. */
export const isOwnInbox = (deps: Deps, url: string): boolean =>
  url.includes('/hook') && URL.canParse(url) && addressAt(new URL(url), deps) !== undefined

const sentBack = ({ status, headers, body }: WireAnswer, ms: number): HttpResult => ({
  kind: 'answered',
  status,
  headers,
  body: typeof body === 'string' ? Buffer.from(body) : body,
  truncated: false,
  ms,
})

/**
 * A callback to an inbox of this very process is handed over without a connection. It is captured, answered and timed
 * as over HTTP, and taken once by its id: should it be sent a second time, that gets the answer of the first.
 */
export const ownInboxes = (deps: Deps): OwnInboxes => ({
  has: (url) => isOwnInbox(deps, url),
  take: async (delivery) => {
    const started = performance.now()
    const { url: target, timeoutMs } = delivery.request
    const url = new URL(target)
    // Made only for an inbox that keeps silent.
    let waiting: AbortSignal | undefined
    const leaving = () => {
      waiting = AbortSignal.timeout(timeoutMs)
      return waiting
    }
    const address = decoded(addressAt(url, deps) ?? '')
    const answer = await recordCallback(deps, address, messageOf(delivery, url), {
      leaving,
      deliveryId: delivery.id,
    })
    const ms = performance.now() - started
    if (waiting?.aborted) {
      return { kind: 'unreachable', cause: 'timeout', detail: lateDetail(url.host, timeoutMs), ms }
    }
    if (answer.isDropped) {
      return { kind: 'unreachable', cause: 'reset', detail: droppedDetail(url.host), ms }
    }
    return sentBack(answer, ms)
  },
  takeWithin: (delivery) => {
    const started = performance.now()
    const url = new URL(delivery.request.url)
    const address = decoded(addressAt(url, deps) ?? '')
    const captured = captureWithin(deps, address, messageOf(delivery, url), delivery.id)
    return (
      captured && {
        sent: sentBack(captured.answer, performance.now() - started),
        follow: captured.follow,
      }
    )
  },
})
