import 'server-only'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { mozambiqueOperations } from '@/lib/catalogue/mozambique'
import { logFault } from '@/lib/http/respond'
import type { Emulated, WireMessage } from '@/lib/wire/types'
import type { Deps } from '../deps'
import { emulateAndWait } from './emulate'

const mostBytes = 1024 * 1024

const readBody = async (request: IncomingMessage): Promise<Uint8Array | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const messageOf = (request: IncomingMessage, body: Uint8Array): WireMessage => {
  const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s)
  const headers: [string, string][] = []
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    headers.push([request.rawHeaders[index] ?? '', request.rawHeaders[index + 1] ?? ''])
  }
  return {
    method: request.method ?? 'GET',
    path,
    query,
    headers,
    body,
    remoteAddress: request.socket.remoteAddress ?? '',
  }
}

const respond = async (response: ServerResponse, { answer, delivery }: Emulated) => {
  if (delivery?.delayMs) await new Promise((done) => setTimeout(done, delivery.delayMs))
  if (delivery?.isDropped) {
    response.destroy()
    return
  }
  const headers = new Map<string, string[]>()
  for (const [name, value] of answer.headers) headers.set(name, [...(headers.get(name) ?? []), value])
  for (const [name, values] of headers) response.setHeader(name, values)
  response.statusCode = answer.status
  response.end(answer.body)
}

const serve = async (deps: Deps, request: IncomingMessage, response: ServerResponse, stop: AbortSignal) => {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  try {
    const body = await readBody(request)
    if (!body) {
      response.writeHead(413).end()
      return
    }
    const signal = AbortSignal.any([gone.signal, stop])
    await respond(response, await emulateAndWait(deps, 'mozambique', messageOf(request, body), signal))
  } catch (thrown) {
    logFault(thrown)
    if (!response.headersSent) response.writeHead(500)
    response.end()
  }
}

const isListening = (server: Server, port: number, host: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, host, () => resolve(undefined))
  })

/** The provider's own ports, each with the calls that live there: for clients that let only the host be changed. */
export const fixedPorts: readonly number[] = mozambiqueOperations.flatMap(({ port }) => port ?? [])

/**
 * Listens on the given ports with plain HTTP servers. A port that is taken is said in one line; the others work. The
 * returned function stops them, open connections included.
 */
export const listenOnPorts = async (
  deps: Deps,
  ports: readonly number[] = fixedPorts,
): Promise<{ ports: number[]; stop(): void }> => {
  const stopping = new AbortController()
  const servers: Server[] = []
  const heard: number[] = []
  for (const port of ports) {
    const server = createServer((request, response) => void serve(deps, request, response, stopping.signal))
    const failure = await isListening(server, port, deps.config.host)
    if (failure) {
      console.error(
        `✗ JARIBU_MOZAMBIQUE_PORTS: port ${port} cannot be used (${failure}). The emulator still answers at ${deps.config.publicUrl}/emulator/mozambique.`,
      )
      continue
    }
    const address = server.address()
    servers.push(server)
    if (typeof address === 'object' && address) heard.push(address.port)
  }
  return {
    ports: heard,
    stop: () => {
      stopping.abort()
      for (const server of servers) {
        server.close()
        server.closeIdleConnections()
      }
    },
  }
}
