import { createHash } from 'node:crypto'
import type { Json } from '@/lib/catalogue/types'
import type { World } from '@/lib/world/types'

/** What the portal's Account and Profile pages keep, for the one account that a workspace has here. */
export type Account = {
  /** Where results go. Set: every call answers at once and its result follows. Absent: every call waits for its result. */
  responseUrl?: string
  /** Vodacom grants the customer's name to live accounts only; here the account's owner may. */
  mayQueryNames?: boolean
  /** Fingerprints of the keys before the present one, newest first; transactions remember theirs. */
  formerKeys?: { fingerprint: string; shown: string; endedAt: number }[]
}

/** Tells keys apart in reports without giving one away. */
export const fingerprintOf = (apiKey: string): string =>
  createHash('sha256').update(apiKey).digest('hex').slice(0, 12)

export const accountCollection = 'accounts'
export const accountKey = 'mozambique'

export const accountOf = ({ store }: Pick<World, 'store'>): Account => {
  const value = store.record(accountCollection, accountKey)?.value
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Account) : {}
}

/** Sets and clears the response URL; every other name is left alone. */
export const arrangeAccount = (
  change: Readonly<Record<string, Json>>,
  world: World,
): Record<string, Json> => {
  const { responseUrl, ...rest } = accountOf(world)
  const wanted = typeof change.responseUrl === 'string' ? { responseUrl: change.responseUrl } : {}
  world.store.putRecord({
    collection: accountCollection,
    key: accountKey,
    value: JSON.parse(JSON.stringify({ ...rest, ...wanted })) as Json,
    updatedAt: world.now,
  })
  return { responseUrl: responseUrl ?? null }
}
