import 'server-only'
import { understand } from '@/lib/systems'
import type { WireRequest } from '@/lib/wire/types'
import { applyToOwner } from '../callbacks/link-callbacks'
import type { Deps } from '../deps'
import { isOwnInbox } from '../world/own-inbox'
import { writeBehind } from './write-behind'

type Delivery = {
  workspaceId: string
  request: WireRequest
  /** Undefined where none came. */
  answer: { status: number; body: string } | undefined
  at: number
}

/**
 * A callback that the emulator sent to somebody's own server passes no inbox. What it says of its run counts all the
 * same: it is the provider's own word, whether that server took it or not.
 */
export const noteDelivery = (deps: Deps, { workspaceId, request, answer, at }: Delivery): void => {
  if (isOwnInbox(deps, request.url)) return
  const { method, url, headers, body = '' } = request
  writeBehind(deps, {
    bytes: body.length + 1000,
    write: ({ touchedOf }) => {
      const { pathname, search } = new URL(url)
      const meaning = understand({
        method,
        path: pathname,
        query: search.slice(1),
        headers,
        body: Buffer.from(body),
        remoteAddress: '',
      })
      if (meaning) applyToOwner(deps, { workspaceId, meaning, at }, answer, touchedOf(workspaceId))
    },
  })
}
