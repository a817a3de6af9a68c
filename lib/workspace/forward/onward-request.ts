import type { AttemptRow } from '@/db/queries/attempts'
import type { HttpRequest } from '@/lib/http/types'
import { isOfTheWay } from '@/lib/wire/hop-headers'
import type { WireMessage } from '@/lib/wire/types'

/** How often a message passes from one Jaribu to the next. */
const hopHeader = 'X-Jaribu-Hops'
export const mostHops = 4

export const hopsOf = ({ headers }: Pick<WireMessage, 'headers'>): number => {
  const said = headers.find(([name]) => name.toLowerCase() === hopHeader.toLowerCase())?.[1]
  return Math.min(mostHops, Math.max(0, Math.trunc(Number(said)) || 0))
}

/** What leaves for somebody's own software: the message as it came, with a word on what it is now. */
export const onwardRequest = (
  attempt: Pick<
    AttemptRow,
    'purpose' | 'deliveryId' | 'tryNumber' | 'url' | 'timeoutMs' | 'body' | 'headers'
  >,
  callback: Pick<WireMessage, 'method' | 'headers'> & { id: number; query: string; body: Uint8Array },
): HttpRequest => {
  const method = /^(GET|POST|PUT|PATCH|DELETE)$/.test(callback.method) ? callback.method : 'POST'
  const bytes = attempt.body ?? callback.body
  return {
    method,
    url: withQuery(attempt.url, callback.query),
    headers: [
      ...(attempt.headers ?? callback.headers.filter(([name]) => !isOfTheWay(name))),
      ['X-Jaribu-Delivery', attempt.deliveryId],
      [attempt.purpose === 'replay' ? 'X-Jaribu-Replay' : 'X-Jaribu-Forward', String(callback.id)],
      ['X-Jaribu-Try', String(attempt.tryNumber)],
      [hopHeader, String(hopsOf(callback) + 1)],
    ],
    ...(bytes.length > 0 && method !== 'GET' && { bytes }),
    timeoutMs: attempt.timeoutMs,
  }
}

const withQuery = (url: string, query: string): string =>
  query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`
