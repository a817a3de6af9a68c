import 'server-only'
import { accessTokenOf } from '@/db/queries/environments'
import { systemOf } from '@/lib/systems'
import type { Deps } from '../deps'
import type { TokenView } from '../views'

export const tokenView = (deps: Deps, environment: { id: string; system: string }): TokenView => {
  if (!systemOf(environment.system).session) return { state: 'not-needed' }
  const row = accessTokenOf(deps.db, environment.id)
  if (!row) return { state: 'none' }
  return row.expiresAt > deps.clock()
    ? { state: 'valid', obtainedAt: row.obtainedAt, expiresAt: row.expiresAt }
    : { state: 'expired', expiresAt: row.expiresAt }
}
