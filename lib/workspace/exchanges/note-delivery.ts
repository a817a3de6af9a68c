import 'server-only'
import type { WireRequest } from '@/lib/wire/types'
import { applyToOwner } from '../callbacks/apply-meaning'
import { settleUnanswered } from '../callbacks/customer-payment'
import type { Deps } from '../deps'
import { saidBy, saidElsewhere } from '../world/foreign-delivery'
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
  writeBehind(deps, {
    bytes: (request.body?.length ?? 0) + 1000,
    write: ({ touchedOf }) => {
      const meaning = saidElsewhere(deps, request)
      if (meaning) applyToOwner(deps, { workspaceId, meaning, at }, answer, touchedOf(workspaceId))
    },
  })
}

/** A question of the sandbox that got no answer has decided itself. */
export const noteUnanswered = (deps: Deps, workspaceId: string, request: WireRequest | undefined): void => {
  const meaning = request && saidBy(request)
  if (meaning) settleUnanswered(deps, { workspaceId, meaning, at: deps.clock() })
}
