import 'server-only'
import { lateDetail } from '@/lib/http/explain'
import type { WireMessage } from '@/lib/wire/types'
import { recordCallback } from '../callbacks/record-callback'
import type { Delivery, Deps, OwnInboxes } from '../deps'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Our own door, by its public address or by that of this machine. */
const isOwn = ({ origin, protocol, hostname, port }: URL, { config }: Pick<Deps, 'config'>): boolean =>
  origin === new URL(config.publicUrl).origin ||
  (protocol === 'http:' && loopback.has(hostname) && Number(port || 80) === config.port)

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

const inboxAt = (url: URL, deps: Pick<Deps, 'config'>): string | undefined =>
  isOwn(url, deps) ? /^\/+hook\/+([^/]*)/.exec(url.pathname)?.[1] : undefined

/** Whether an address is that of an inbox of this very process, under whichever name it knows itself. */
export const isOwnInbox = (deps: Pick<Deps, 'config'>, url: string): boolean =>
  URL.canParse(url) && inboxAt(new URL(url), deps) !== undefined

/**
 * A callback to an inbox of this very process is handed over without a connection. It is captured, answered and timed
 * as over HTTP, and taken once by its id: when the process dies between the capture and the note that it was delivered,
 * the second attempt gets the answer of the first.
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
    const inbox = decoded(inboxAt(url, deps) ?? '')
    const { status, headers, body } = await recordCallback(deps, inbox, messageOf(delivery, url), {
      leaving,
      deliveryId: delivery.id,
    })
    const ms = performance.now() - started
    if (waiting?.aborted) {
      return { kind: 'unreachable', cause: 'timeout', detail: lateDetail(url.host, timeoutMs), ms }
    }
    const bytes = typeof body === 'string' ? Buffer.from(body) : body
    return { kind: 'answered', status, headers, body: bytes, truncated: false, ms }
  },
})
