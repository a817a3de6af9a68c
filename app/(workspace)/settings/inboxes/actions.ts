'use server'
import { z } from 'zod'
import { memberAction } from '@/lib/auth/action'
import * as changing from '@/lib/workspace/inboxes/change-inbox'
import * as checking from '@/lib/workspace/inboxes/check-reach'
import * as making from '@/lib/workspace/inboxes/create-inbox'
import * as deleting from '@/lib/workspace/inboxes/delete-inbox'
import { inboxChange, newInbox } from '@/lib/workspace/inboxes/inbox-fields'
import { newRelay, relayChange } from '@/lib/workspace/relays/relay-fields'
import * as relaying from '@/lib/workspace/relays/relays'

const ofInbox = z.object({ inbox: z.string().min(1).max(64) })

export const createInbox = memberAction(
  newInbox,
  (input, actor, deps) => making.createInbox(deps, actor, input),
  { minimum: 'member' },
)

export const changeInbox = memberAction(
  inboxChange.extend(ofInbox.shape),
  ({ inbox, ...change }, actor, deps) => changing.changeInbox(deps, actor, inbox, change),
  { minimum: 'member' },
)

export const deleteInbox = memberAction(
  ofInbox,
  ({ inbox }, actor, deps) => deleting.deleteInbox(deps, actor, inbox),
  { minimum: 'owner' },
)

export const forgetRefused = memberAction(
  ofInbox,
  ({ inbox }, actor, deps) => changing.forgetRefused(deps, actor, inbox),
  { minimum: 'member' },
)

export const checkReach = memberAction(
  checking.reachInput.extend(ofInbox.shape),
  ({ inbox, ...input }, actor, deps) => checking.checkReach(deps, actor, inbox, input),
  { minimum: 'member' },
)

const ofRelay = z.object({ relay: z.string().min(1).max(40) })

export const followInbox = memberAction(
  newRelay,
  (input, actor, deps) => relaying.createRelay(deps, actor, input),
  { minimum: 'member' },
)

export const changeRelay = memberAction(
  relayChange.extend(ofRelay.shape),
  ({ relay, ...change }, actor, deps) => relaying.changeRelay(deps, actor, relay, change),
  { minimum: 'member' },
)

export const endRelay = memberAction(
  ofRelay,
  ({ relay }, actor, deps) => relaying.deleteRelay(deps, actor, relay),
  { minimum: 'member' },
)
