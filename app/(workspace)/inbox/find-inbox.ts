import 'server-only'
import { notFound } from 'next/navigation'
import { asRefusal } from '@/lib/http/respond'
import type { Actor } from '@/lib/workspace/deps'
import { readInbox } from '@/lib/workspace/inboxes/read-inboxes'
import { deps } from '@/lib/workspace/server/context'

/** Name of the inbox that an address means; answers 404 where there is none. */
export const inboxNameAt = (actor: Actor, segment: string): string => {
  try {
    return readInbox(deps(), actor, decodeURIComponent(segment)).name
  } catch (thrown) {
    if (asRefusal(thrown)?.kind === 'not-found') notFound()
    throw thrown
  }
}
