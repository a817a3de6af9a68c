import type { IncomingMessage } from 'node:http'
import type { WireMessage } from '@/lib/wire/types'

/**
 * The path and query of a request's target, neither decoded nor normalised. A client that takes us for a proxy sends the
 * whole URL; the host in it counts for nothing.
 */
export const targetOf = (target: string): { path: string; query: string } => {
  const relative = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i, '')
  const at = relative.indexOf('?')
  const path = at < 0 ? relative : relative.slice(0, at)
  return { path: path.startsWith('/') ? path : `/${path}`, query: at < 0 ? '' : relative.slice(at + 1) }
}

/** Names, order and repeats as they were sent. */
const headersOf = (rawHeaders: readonly string[]): [name: string, value: string][] => {
  const headers: [string, string][] = []
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.push([rawHeaders[index] as string, rawHeaders[index + 1] as string])
  }
  return headers
}

/** `isTrusted` says whether an address may speak for others in X-Forwarded-For. */
export const messageOf = (
  request: IncomingMessage,
  { path, query }: { path: string; query: string },
  body: Uint8Array,
  isTrusted: (address: string) => boolean,
): WireMessage => ({
  method: request.method ?? 'GET',
  path,
  query,
  headers: headersOf(request.rawHeaders),
  body,
  remoteAddress: clientOf(request, isTrusted),
})

/** IPv4 without its IPv6 wrapping. */
const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')

/**
 * Who sent a request: whom the connection comes from, and beyond a trusted proxy whom it names. Read from the near end,
 * because everything beyond the first stranger is that stranger's claim.
 */
const clientOf = (request: IncomingMessage, isTrusted: (address: string) => boolean): string => {
  const direct = plain(request.socket.remoteAddress ?? '')
  if (!isTrusted(direct)) return direct
  const claimed = (request.headersDistinct['x-forwarded-for'] ?? []).join(',').split(',').map(plain)
  const known = claimed.filter((address) => address !== '').reverse()
  return known.find((address) => !isTrusted(address)) ?? known.at(-1) ?? direct
}
