import 'server-only'
import { createHash } from 'node:crypto'
import { worldRows } from '@/db/queries/world'
import { systemOf, systems } from '@/lib/systems'
import type { CallerClaim } from '@/lib/systems/types'
import type { Deps } from '../deps'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Where a key or token belongs that this system's emulator knows nothing of. Asked only once a call was turned away. */
export const strangerNote = (deps: Deps, system: string, claim: CallerClaim): string | undefined => {
  if (claim.kind === 'unverifiable') return undefined
  const rows = worldRows(deps.db)
  const given = claim.kind === 'token' ? claim.token : claim.key
  const token = rows.token.get(sha256(given))
  if (token && token.system !== system) {
    return `The token is one that the emulator of ${systemOf(token.system).title} gave out.`
  }
  if (token && claim.kind === 'key')
    return 'What came is a token that was given out; a token is asked for with the key itself.'
  if (claim.kind === 'token' && rows.appByKey.get(system, given)) {
    return 'What came is the key of an application, which only opens a session; a call takes what the session gave.'
  }
  const owner = systems.find(({ id }) => id !== system && rows.appByKey.get(id, given))
  return owner && `The key is of an application of ${owner.title}.`
}
