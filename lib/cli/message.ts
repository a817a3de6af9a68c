import { isOfConnection } from '@/lib/wire/hop-headers'
import type { Callback } from './io'
import type { Place } from './place'

/** The headers of a captured request that may go on to somebody else. */
export const headersToPass = (callback: Pick<Callback, 'headers'>): [string, string][] =>
  callback.headers.filter(([name]) => !isOfConnection(name))

/** Byte for byte. */
export const bodyOf = async (place: Place, callback: Callback): Promise<Uint8Array<ArrayBuffer>> => {
  const { body, bodyEncoding, bodyUrl } = callback
  if (bodyUrl === null) return new Uint8Array(Buffer.from(body, bodyEncoding))
  const answer = await place.fetch(bodyUrl)
  if (!answer.ok) throw new Error(`The body of callback ${callback.id} answers ${answer.status}.`)
  return new Uint8Array(await answer.arrayBuffer())
}

/**
 * Where a callback goes on to. A target of nothing but a host takes the path that came below the inbox; one with a path
 * takes everything there. A secret of the inbox stays behind. What was asked for in the query goes along.
 */
export const targetFor = (target: string, { path, query }: Pick<Callback, 'path' | 'query'>): string => {
  const url = new URL(target)
  const isBare = url.pathname === '/' && !target.replace(/[?#].*$/, '').endsWith('/')
  if (isBare) url.pathname = path.replace(/^\/hook\/[^/]*(\/\[redacted\])?/, '') || '/'
  if (query !== '') url.search = url.search === '' ? `?${query}` : `${url.search}&${query}`
  return url.href
}
