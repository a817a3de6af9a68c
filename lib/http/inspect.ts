import 'server-only'
import { isIP } from 'node:net'
import { performance } from 'node:perf_hooks'
import { connect, type DetailedPeerCertificate } from 'node:tls'
import { explain } from './explain'
import type { Inspection } from './types'

type Guarded = {
  resolve: (hostname: string) => Promise<{ address: string; family: number }[]>
  /** Throws where nothing may be sent to this address. */
  check: (address: string) => void
}

/** What is on the way to a host: its addresses, and the certificate that it shows. Nothing is sent to it but a handshake. */
export const inspectHost = async (
  url: URL,
  timeoutMs: number,
  { resolve, check }: Guarded,
): Promise<Inspection> => {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const began = performance.now()
  const dnsMs = () => Math.round(performance.now() - began)
  try {
    const found = isIP(host) ? [host] : (await resolve(host)).map(({ address }) => address)
    const took = dnsMs()
    for (const address of found) check(address)
    const [first] = found
    const tls =
      url.protocol === 'https:' && first !== undefined ? await handshake(url, host, first, timeoutMs) : null
    return { addresses: found, dnsMs: took, problem: null, tls }
  } catch (thrown) {
    return { addresses: [], dnsMs: dnsMs(), problem: explain(thrown, url, undefined).detail, tls: null }
  }
}

const handshake = (url: URL, host: string, address: string, timeoutMs: number): Promise<Inspection['tls']> =>
  new Promise((resolve) => {
    const began = performance.now()
    const socket = connect({
      host: address,
      port: Number(url.port || 443),
      ...(isIP(host) ? {} : { servername: host }),
      // Looked at, whatever it is, and closed: what is sent goes another way, which verifies.
      rejectUnauthorized: false,
      timeout: timeoutMs,
    })
    const end = (tls: NonNullable<Inspection['tls']>) => {
      socket.destroy()
      resolve(tls)
    }
    const failed = (problem: string) =>
      end({ protocol: '', ms: Math.round(performance.now() - began), chain: [], problem })
    socket.once('secureConnect', () =>
      end({
        protocol: socket.getProtocol() ?? '',
        ms: Math.round(performance.now() - began),
        chain: chainOf(socket.getPeerCertificate(true)),
        problem: socket.authorized ? null : explain(errorOf(socket.authorizationError), url, {}).detail,
      }),
    )
    socket.once('timeout', () => failed(`${url.host} gave no certificate in time.`))
    socket.once('error', (error) => failed(explain(error, url, {}).detail))
  })

const errorOf = (reason: unknown): Error => {
  if (reason instanceof Error) return reason
  return Object.assign(new Error(String(reason)), { code: String(reason) })
}

/** From the host's own up to the root, as far as it was shown. */
const chainOf = (first: DetailedPeerCertificate): NonNullable<Inspection['tls']>['chain'] => {
  const chain: NonNullable<Inspection['tls']>['chain'] = []
  let next: DetailedPeerCertificate | undefined = first
  while (next?.subject && chain.length < 10) {
    chain.push({
      subject: nameOf(next.subject),
      issuer: nameOf(next.issuer),
      validTo: Date.parse(next.valid_to),
    })
    next = next.issuerCertificate === next ? undefined : next.issuerCertificate
  }
  return chain
}

const nameOf = (name: { CN?: string | string[]; O?: string | string[] }): string =>
  [name.CN ?? name.O ?? ''].flat().join(', ')
