import 'server-only'
import { notFound } from 'next/navigation'
import { asRefusal } from '@/lib/http/respond'
import type { Actor } from '@/lib/workspace/deps'
import { getSheet } from '@/lib/workspace/go-live/get-sheet'
import { deps } from '@/lib/workspace/server/context'

/** The sheet that an address names, or the page that says it is not there. */
export const findSheet = async (actor: Actor, id: string) => {
  try {
    return await getSheet(deps(), actor, id)
  } catch (thrown) {
    if (asRefusal(thrown)?.kind === 'not-found') notFound()
    throw thrown
  }
}
