import 'server-only'
import { inboxByName, insertInbox, isAddressTaken } from '@/db/queries/inboxes'
import type { Deps } from '../deps'
import { sealedSecret } from './create-inbox'
import { forgetInboxes } from './open-inboxes'

const freeName = (deps: Deps, workspaceId: string, wanted: string): string => {
  let name = wanted
  for (let next = 2; inboxByName(deps.db, workspaceId, name); next++) name = `${wanted}-${next}`
  return name
}

/** Makes the inboxes of JARIBU_INBOX where they are missing. One that is there keeps what people set since. */
export const declareInboxes = (deps: Deps, workspaceId: string): void => {
  for (const { address, secret } of deps.config.inboxes ?? []) {
    if (isAddressTaken(deps.db, address)) continue
    const id = deps.ids.next()
    insertInbox(deps.db, {
      id,
      workspaceId,
      name: freeName(deps, workspaceId, address),
      address,
      secret: sealedSecret(deps, id, secret),
      createdAt: deps.clock(),
    })
  }
  forgetInboxes(deps)
}
