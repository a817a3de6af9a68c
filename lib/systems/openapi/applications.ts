import { openapiOperations } from '@/lib/catalogue/openapi'
import type { Json } from '@/lib/catalogue/types'
import type { World } from '@/lib/world/types'

/** What one product of an application may do. A limit that is left out does not bind. Money is cents of the market. */
export type Product = {
  isOn: boolean
  /** Hours of the market's day, `HH:mm`; `until` is the first minute that is out. May run past midnight. */
  from?: string
  until?: string
  singleCents?: number
  dailyCents?: number
  dailyCount?: number
  customerDailyCents?: number
  customerDailyCount?: number
}

/** Locked while it is `in-review`. `accepted`: the organisation has agreed, and the developer can change nothing any more. */
type ApplicationState = 'draft' | 'in-review' | 'accepted' | 'rejected'

/** An application of the portal, as the local world keeps it. Its API key is kept where callers are looked up. */
export type Application = {
  name: string
  version: string
  description: string
  sessionMinutes: number
  /** Seconds until a new session key works: up to 30 on the real platform. */
  activationSeconds: number
  /** Origins or addresses that may ask for a session; empty means any. */
  trustedSources: string[]
  /** Market ids; empty means all. */
  markets: string[]
  /** Where results go. Set: every call answers at once and its result follows. Empty: a call waits for its result. */
  responseUrl: string
  /** By operation name; what is missing is on, without limits. */
  products: Record<string, Product>
  state: ApplicationState
  /** Why the organisation rejected it; empty otherwise. */
  reason: string
  /** The organisation it was sent to last; empty until then. */
  organisationId: string
  /** Who handed it in, and who decided; absent until then. */
  sent?: { memberId: string | null; by: string; at: number }
  decided?: { by: string; at: number }
}

/** Everything but the session call is a product. */
export const productNames: readonly string[] = openapiOperations
  .map(({ name }) => name)
  .filter((name) => name !== 'get-session')

export const defaultApplication: Application = {
  name: 'Local application',
  version: '1.0',
  description: '',
  sessionMinutes: 60,
  activationSeconds: 0,
  trustedSources: [],
  markets: [],
  responseUrl: '',
  products: {},
  state: 'draft',
  reason: '',
  organisationId: '',
}

export const applicationCollection = 'openapi-applications'

export const applicationOf = ({ store }: Pick<World, 'store'>, appId: string): Application => {
  const value = store.record(applicationCollection, appId)?.value
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...defaultApplication, ...(value as Partial<Application>) }
    : defaultApplication
}

export const productOf = (application: Application, name: string): Product =>
  application.products[name] ?? { isOn: true }

export const isLocked = ({ state }: Application): boolean => state === 'accepted' || state === 'in-review'

/** Merges settings over those of the caller's application. */
export const arrangeApplication = (
  change: Readonly<Record<string, Json>>,
  world: World,
): Record<string, Json> => {
  const id = world.app?.id ?? ''
  const present = JSON.parse(JSON.stringify(applicationOf(world, id))) as Record<string, Json>
  world.store.putRecord({
    collection: applicationCollection,
    key: id,
    value: { ...present, ...change },
    updatedAt: world.now,
  })
  return Object.fromEntries(Object.keys(change).map((name) => [name, present[name] ?? null]))
}
