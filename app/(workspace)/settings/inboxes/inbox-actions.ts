import type { InboxActions } from '@/components/inboxes/actions'
import { changeInbox, checkReach, createInbox, deleteInbox, forgetRefused } from './actions'

export const inboxActions: InboxActions = {
  create: createInbox,
  change: changeInbox,
  remove: deleteInbox,
  forgetRefused,
  check: checkReach,
}
