import 'server-only'
import { createHash } from 'node:crypto'
import { lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { networkInterfaces } from 'node:os'
import { performance } from 'node:perf_hooks'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { Agent, buildConnector, type Dispatcher } from 'undici'
import { reachOf } from './addresses'
import { BlockedTarget, type Cause, explain, lateDetail } from './explain'
import { inspectHost } from './inspect'
import type { HttpClient, HttpResult, TlsMaterial } from './types'

type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>

export type HttpClientOptions = {
  allowPrivateTargets: boolean
  /** Our own server: the emulator and the inboxes are reached like anybody else's, over HTTP. */
  publicUrl: string
  port: number
  /** Where this process listens. With it the emulators are found here, whatever the public address leads to. */
  host?: string
  maxBytes?: number
  /** Names that lead to a provider. A hosts file may lead them to this machine for somebody's program; never for us. */
  isProvider?: (hostname: string) => boolean
  /** Tests answer for the name server here. */
  resolve?: Resolve
  /** And for the addresses of this machine. */
  ownAddresses?: () => readonly string[]
}

const addressesOfThisMachine = (): string[] =>
  Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address))

/** The origin at which this process listens, as it reaches itself. */
const originOf = (host: string, port: number): string => {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`
  if (host === '::' || host === '[::]') return `http://[::1]:${port}`
  return new URL(`http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`).origin
}

const keptBytes = 5 * 1024 * 1024
const mostAgents = 32

const resolveBySystem: Resolve = (hostname) =>
  new Promise((done, fail) => {
    systemLookup(hostname, { all: true }, (error, addresses) => (error ? fail(error) : done(addresses)))
  })

export const createHttpClient = (options: HttpClientOptions): HttpClient => {
  const resolve = options.resolve ?? resolveBySystem
  const maxBytes = options.maxBytes ?? keptBytes
  const ownAddresses = options.ownAddresses ?? addressesOfThisMachine
  const ownOrigin = new URL(options.publicUrl).origin

  const door = options.host === undefined ? undefined : originOf(options.host, options.port)
  // Tunnel, name server and proxy in front of the public address are no part of a call to ourselves.
  const atDoor = (url: URL): URL =>
    door !== undefined && url.origin === ownOrigin && url.pathname.startsWith('/emulator/')
      ? new URL(`${url.pathname}${url.search}`, door)
      : url

  const check = (address: string, host: string, isOwn: boolean, isOwnPort: boolean) => {
    const reach = reachOf(address)
    const isProvider = options.isProvider?.(host) === true
    // A server in the open may lead the name to its own public address.
    if (reach === 'public' && !(isProvider && ownAddresses().includes(address))) return
    if (isProvider) {
      throw new BlockedTarget(
        `${host} is ${address} on this machine: a hosts file or name server leads the provider's name to a private address or to this machine itself, so nothing was sent. Use a local environment for the built-in sandbox, or take that line out to reach the provider.`,
      )
    }
    if (reach === 'never') {
      throw new BlockedTarget(
        `${host} is ${address}, a link-local, metadata or unusable address. Jaribu never sends there.`,
      )
    }
    if (options.allowPrivateTargets || isOwn || (isOwnPort && reach === 'loopback')) return
    throw new BlockedTarget(
      `${host} is ${address}, a private address. To reach it, start Jaribu with JARIBU_ALLOW_PRIVATE_TARGETS=true.`,
    )
  }

  // The address is checked on the very lookup whose answer is connected to, so a name that answers differently the
  // second time gains nothing.
  const connectorFor = (isOwn: boolean, isOwnPort: boolean, tls: TlsMaterial) => {
    const guarded: LookupFunction = (hostname, lookupOptions, callback) => {
      resolve(hostname).then(
        (addresses) => {
          try {
            for (const { address } of addresses) check(address, hostname, isOwn, isOwnPort)
          } catch (error) {
            callback(error as Error, '', 0)
            return
          }
          const first = addresses[0]
          if (!first) callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0)
          else if (lookupOptions.all) callback(null, addresses)
          else callback(null, first.address, first.family)
        },
        (error: Error) => callback(error, '', 0),
      )
    }
    // Said here, so that no variable of the process can switch the check of the host off.
    const connect = buildConnector({ ...tls, rejectUnauthorized: true, lookup: guarded, timeout: 0 })
    const guardedConnect: buildConnector.connector = (target, callback) => {
      // A literal address is never looked up, so it is checked here.
      if (isIP(target.hostname)) {
        try {
          check(target.hostname, target.hostname, isOwn, isOwnPort)
        } catch (error) {
          callback(error as Error, null)
          return
        }
      }
      connect(target, (...made) => {
        const [, socket] = made
        // With TLS 1.3 a host turns a certificate away after the handshake, by an alert and the end of the connection.
        // Without this the end would hide the alert that tells why.
        socket?.once('error', () => socket.destroy())
        callback(...made)
      })
    }
    return guardedConnect
  }

  const agents = new Map<string, Agent>()
  const agentFor = (url: URL, tls: TlsMaterial = {}): Agent => {
    const isOwn = url.origin === ownOrigin || url.origin === door
    const isOwnPort = Number(url.port || (url.protocol === 'https:' ? 443 : 80)) === options.port
    // A connection made with one certificate is never used for another.
    const key = `${isOwn} ${isOwnPort} ${fingerprintOf(tls)}`
    const agent =
      agents.get(key) ??
      new Agent({
        connect: connectorFor(isOwn, isOwnPort, tls),
        // The exchange has one deadline of its own; these would add others.
        headersTimeout: 0,
        bodyTimeout: 0,
        keepAliveTimeout: 1_000,
        keepAliveMaxTimeout: 4_000,
        maxHeaderSize: 64 * 1024,
      })
    // The last one used stands last.
    agents.delete(key)
    agents.set(key, agent)
    for (const [oldest, dropped] of agents) {
      if (agents.size <= mostAgents) break
      agents.delete(oldest)
      // What it has under way ends by itself.
      void dropped.close()
    }
    return agent
  }

  return {
    inspect(text, timeoutMs) {
      const read = readTarget(text)
      if ('detail' in read) {
        return Promise.resolve({ addresses: [], dnsMs: 0, problem: read.detail, tls: null })
      }
      const { url } = read
      const isOwn = url.origin === ownOrigin || url.origin === door
      const isOwnPort = Number(url.port || (url.protocol === 'https:' ? 443 : 80)) === options.port
      return inspectHost(url, timeoutMs, {
        resolve,
        check: (address) => check(address, url.hostname, isOwn, isOwnPort),
      })
    },
    async send(request) {
      const started = performance.now()
      const elapsed = () => Math.round(performance.now() - started)
      const refuse = (cause: Cause, detail: string): HttpResult => ({
        kind: 'unreachable',
        cause,
        detail,
        ms: elapsed(),
      })
      const read = readTarget(request.url)
      if ('detail' in read) return refuse('blocked', read.detail)
      const target = { url: atDoor(read.url) }
      if (request.signal?.aborted) return refuse('cancelled', 'Cancelled before anything was sent.')

      const deadline = AbortSignal.timeout(Math.max(1, Math.min(request.timeoutMs, 2 ** 31 - 1)))
      const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline
      try {
        const answer = await agentFor(target.url, request.tls).request({
          origin: target.url.origin,
          path: `${target.url.pathname}${target.url.search}`,
          method: request.method as Dispatcher.HttpMethod,
          headers: request.headers.flat(),
          body: request.bytes ?? request.body,
          signal,
          responseHeaders: 'raw',
        })
        const headers = pairsOf(answer.headers as unknown as (string | Buffer)[])
        const { body, truncated } = await readCapped(answer.body, maxBytes)
        const plain = truncated ? body : decompress(body, headers, maxBytes)
        return {
          kind: 'answered',
          status: answer.statusCode,
          headers,
          body: plain,
          truncated,
          ms: elapsed(),
        }
      } catch (error) {
        if (request.signal?.aborted) return refuse('cancelled', 'Cancelled before an answer came.')
        if (deadline.aborted) {
          return refuse('timeout', lateDetail(target.url.host, request.timeoutMs))
        }
        const { cause, detail } = explain(error, target.url, request.tls)
        return refuse(cause, detail)
      }
    },
  }
}

const fingerprintOf = ({ ca = '', cert = '', key = '' }: TlsMaterial): string =>
  ca || cert || key
    ? createHash('sha256')
        .update(JSON.stringify([ca, cert, key]))
        .digest('hex')
    : ''

const readTarget = (text: string): { url: URL } | { detail: string } => {
  if (!URL.canParse(text)) {
    return { detail: 'This is not a complete URL. It must start with http:// or https:// and name a host.' }
  }
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { detail: `Only http and https are sent, not ${url.protocol.slice(0, -1)}.` }
  }
  if (url.username || url.password) {
    return { detail: 'The URL holds a user name or password. Put credentials in headers instead.' }
  }
  return { url }
}

const pairsOf = (raw: (string | Buffer)[]): [string, string][] => {
  const pairs: [string, string][] = []
  for (let index = 0; index + 1 < raw.length; index += 2) {
    pairs.push([textOf(raw[index]), textOf(raw[index + 1])])
  }
  return pairs
}

const textOf = (value: string | Buffer | undefined): string =>
  typeof value === 'string' ? value : (value?.toString('latin1') ?? '')

const readCapped = async (stream: AsyncIterable<Buffer>, maxBytes: number) => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    size += chunk.length
    // Leaving the loop destroys the connection: the rest is never read.
    if (size > maxBytes) break
  }
  return { body: Buffer.concat(chunks).subarray(0, maxBytes), truncated: size > maxBytes }
}

/** Some gateways compress though nobody asked. What cannot be unpacked stays as it came. */
const decompress = (body: Buffer, headers: [string, string][], maxOutputLength: number): Buffer => {
  const encoding = headers.find(([name]) => name.toLowerCase() === 'content-encoding')?.[1].toLowerCase()
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(body, { maxOutputLength })
    if (encoding === 'br') return brotliDecompressSync(body, { maxOutputLength })
    if (encoding === 'deflate') return inflateSync(body, { maxOutputLength })
  } catch {
    return body
  }
  return body
}
