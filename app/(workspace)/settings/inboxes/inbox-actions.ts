import type { InboxActions } from '@/components/inboxes/actions'
import {
  changeInbox,
  changeRelay,
  checkReach,
  createInbox,
  deleteInbox,
  endRelay,
  followInbox,
  forgetRefused,
} from './actions'

export const inboxActions: InboxActions = {
  create: createInbox,
  change: changeInbox,
  remove: deleteInbox,
  forgetRefused,
  check: checkReach,
  follow: followInbox,
  changeRelay,
  endRelay,
}
