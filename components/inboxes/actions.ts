import type { ActionResult } from '@/lib/auth/action-result'
import type { ReachInput } from '@/lib/workspace/inboxes/check-reach'
import type { InboxChange, NewInbox } from '@/lib/workspace/inboxes/inbox-fields'
import type { InboxView } from '@/lib/workspace/inboxes/inbox-view'
import type { Reach } from '@/lib/workspace/inboxes/reach-verdict'
import type { NewRelay, RelayChange } from '@/lib/workspace/relays/relay-fields'
import type { RelayView } from '@/lib/workspace/relays/relays'

type OfInbox = { inbox: string }

/** The server actions that the screens of this folder are given. */
export type InboxActions = {
  create(input: NewInbox): Promise<ActionResult<InboxView>>
  change(input: InboxChange & OfInbox): Promise<ActionResult<InboxView>>
  remove(input: OfInbox): Promise<ActionResult<void>>
  forgetRefused(input: OfInbox): Promise<ActionResult<InboxView>>
  check(input: ReachInput & OfInbox): Promise<ActionResult<Reach>>
  follow(input: NewRelay): Promise<ActionResult<RelayView>>
  changeRelay(input: RelayChange & { relay: string }): Promise<ActionResult<RelayView>>
  endRelay(input: { relay: string }): Promise<ActionResult<void>>
}
