import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Emulated, WireAnswer } from '@/lib/wire/types'

/** Repeated names stay repeated. An answer that cannot be written as HTTP must not end the process. */
export const writeAnswer = (response: ServerResponse, { status, headers, body }: WireAnswer): void => {
  if (response.destroyed || response.writableEnded) return
  const isBare = status === 204 || status === 304
  const raw = headers.flat()
  if (!isBare && !hasLength(headers)) raw.push('Content-Length', String(Buffer.byteLength(body)))
  response.writeHead(status, raw)
  response.end(isBare || response.req.method === 'HEAD' ? undefined : body)
}

const hasLength = (headers: WireAnswer['headers']) =>
  headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name))

/** As `writeAnswer`, late or not at all where a fault was asked for. */
export const writeEmulated = (
  response: ServerResponse,
  { answer, delivery }: Pick<Emulated, 'answer' | 'delivery'>,
): Promise<void> | undefined => {
  const write = () => {
    if (delivery?.isDropped) response.destroy()
    else writeAnswer(response, answer)
  }
  if (delivery?.delayMs) return new Promise((done) => setTimeout(done, delivery.delayMs)).then(write)
  write()
  return undefined
}

/** How much of a body that nobody wants is still taken, so that its sender reads the answer instead of a reset. */
const mostDrained = 4 * 1024 * 1024
const drainForMs = 2_000

/** Answers before the body was read whole, and closes the connection: what follows on it cannot be told apart. */
export const refuseBody = (request: IncomingMessage, response: ServerResponse, answer: WireAnswer): void => {
  writeAnswer(response, { ...answer, headers: [...answer.headers, ['Connection', 'close']] })
  closeAfter(request)
}

/** Takes a bounded rest of a body and lets the connection go. */
export const closeAfter = (request: IncomingMessage): void => {
  let drained = 0
  const cut = () => request.socket.destroy()
  const timer = setTimeout(cut, drainForMs)
  timer.unref()
  request.on('data', (chunk: Buffer) => {
    drained += chunk.length
    if (drained > mostDrained) cut()
  })
  request.once('close', () => clearTimeout(timer))
  request.resume()
}
