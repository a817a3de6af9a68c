import 'server-only'
import type { CallbackMeaning } from '@/lib/systems/types'
import type { WireRequest } from '@/lib/wire/types'
import { understandMessage } from '../callbacks/understand-message'
import type { Deps } from '../deps'
import { isOwnInbox } from './own-inbox'

type Delivered = Pick<WireRequest, 'method' | 'url' | 'headers' | 'body'>

/**
 * What a callback says that the sandbox delivered to somebody's own server: it passes no inbox. Undefined where nobody
 * knows it, and for one to an inbox of ours, which speaks for itself.
 */
export const saidElsewhere = (deps: Deps, delivered: Delivered): CallbackMeaning | undefined =>
  isOwnInbox(deps, delivered.url) ? undefined : saidBy(delivered)

/** What a callback says, wherever it was sent. */
export const saidBy = ({ method, url, headers, body = '' }: Delivered): CallbackMeaning | undefined => {
  if (!URL.canParse(url)) return undefined
  const { pathname, search } = new URL(url)
  return understandMessage({
    method,
    path: pathname,
    query: search.slice(1),
    headers,
    body: Buffer.from(body),
    remoteAddress: '',
  })
}
