import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Refusal } from '@/lib/refusal'
import { closeAfter } from './answer'

/** Nothing of the API is a page: what a browser may do with an answer of ours. */
const guards: readonly (readonly [string, string])[] = [
  [
    'content-security-policy',
    "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'",
  ],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
]

/** Methods that a web Request cannot have. */
export const isWebMethod = (method: string): boolean => !/^(CONNECT|TRACE|TRACK)$/i.test(method)

/** Header values of one name as the web joins them. A cookie that came in parts is one cookie. */
const headersOf = (incoming: IncomingMessage): Headers => {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(incoming.headersDistinct)) {
    headers.set(name, values.join(name === 'cookie' ? '; ' : ', '))
  }
  return headers
}

/**
 * The body as it is asked for: nothing is read before, so a sender that waits for "100 Continue" hears it only from whom
 * the body matters to, and no more is held than was read.
 */
const bodyOf = (incoming: IncomingMessage, outgoing: ServerResponse): ReadableStream<Uint8Array> => {
  let isBegun = false
  let isOver = false
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (isBegun) {
          incoming.resume()
          return
        }
        isBegun = true
        if (awaitsContinue(incoming)) outgoing.writeContinue()
        const end = (how: () => void) => {
          if (isOver) return
          isOver = true
          how()
        }
        incoming.on('data', (chunk: Buffer) => {
          if (isOver) return
          controller.enqueue(chunk)
          incoming.pause()
        })
        incoming.once('end', () => end(() => controller.close()))
        incoming.once('close', () =>
          end(() => controller.error(new Refusal('invalid', 'The body ended before its end.'))),
        )
      },
      cancel() {
        isOver = true
        incoming.pause()
      },
    },
    { highWaterMark: 0 },
  )
}

const awaitsContinue = (incoming: IncomingMessage): boolean =>
  /^100-continue$/i.test(incoming.headers.expect ?? '')

const hasBody = ({ method = 'GET', headers }: IncomingMessage): boolean =>
  !/^(GET|HEAD)$/.test(method) &&
  (headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0)

/** A request of `node:http` as a web Request. Its signal aborts when the caller hangs up. */
export const webRequest = (incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Request => {
  const gone = new AbortController()
  outgoing.once('close', () => gone.abort())
  return new Request(url, {
    method: incoming.method ?? 'GET',
    headers: headersOf(incoming),
    signal: gone.signal,
    ...(hasBody(incoming) && { body: bodyOf(incoming, outgoing), duplex: 'half' }),
  })
}

const compress = promisify(gzip)
const worthCompressing = 4096

const compressed = async (incoming: IncomingMessage, answer: Response, body: Uint8Array) => {
  const type = answer.headers.get('content-type') ?? ''
  const isWanted = /\bgzip\b/.test(incoming.headers['accept-encoding'] ?? '')
  if (!isWanted || body.length < worthCompressing || !/json|text|xml|csv/.test(type)) return body
  answer.headers.set('content-encoding', 'gzip')
  return compress(body, { level: 1 })
}

/** Sends a web Response. A body that its sender had not finished, and nobody read, ends the connection. */
export const writeWeb = async (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: Response,
): Promise<void> => {
  const whole = new Uint8Array(await answer.arrayBuffer())
  if (outgoing.destroyed || outgoing.headersSent) return
  const isHead = incoming.method === 'HEAD'
  const body = isHead ? whole : await compressed(incoming, answer, whole)
  for (const [name, value] of guards) if (!answer.headers.has(name)) answer.headers.set(name, value)
  const headers = [...answer.headers]
  if (answer.status !== 204 && !isHead) headers.push(['content-length', String(body.length)])
  const isUnread = hasBody(incoming) && !incoming.complete
  if (isUnread) headers.push(['connection', 'close'])
  outgoing.writeHead(answer.status, headers.flat())
  outgoing.end(isHead || answer.status === 204 ? undefined : body)
  if (isUnread) closeAfter(incoming)
}
