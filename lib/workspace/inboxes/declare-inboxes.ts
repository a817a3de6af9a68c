import 'server-only'
import { insertInbox, isAddressTaken } from '@/db/queries/inboxes'
import type { Deps } from '../deps'
import { sealedSecret } from './create-inbox'
import { forgetInboxes } from './open-inboxes'

/** Makes the inboxes of JARIBU_INBOX where they are missing. One that is there keeps what people set since. */
export const declareInboxes = (deps: Deps, workspaceId: string): void => {
  for (const { address, secret } of deps.config.inboxes ?? []) {
    if (isAddressTaken(deps.db, address)) continue
    const id = deps.ids.next()
    insertInbox(deps.db, {
      id,
      workspaceId,
      name: address,
      address,
      secret: sealedSecret(deps, id, secret),
      createdAt: deps.clock(),
    })
  }
  forgetInboxes(deps)
}
