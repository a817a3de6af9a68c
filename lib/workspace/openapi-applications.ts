import 'server-only'
import { z } from 'zod'
import { worldRows } from '@/db/queries/world'
import { wireMarkets } from '@/lib/catalogue/openapi'
import type { Json } from '@/lib/catalogue/types'
import { Refusal } from '@/lib/refusal'
import {
  type Application,
  applicationCollection,
  applicationOf,
  defaultApplication,
  isLocked,
  productNames,
} from '@/lib/systems/openapi/applications'
import type { Actor, Deps } from './deps'
import { newLocalKey, passOnLocalKey } from './local-keys'
import { recordAudit } from './record-audit'
import { requireRole } from './require-role'
import type { ApplicationView } from './sandbox-views'
import { changeWorld, readWorld } from './world'

const system = 'openapi'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Write the hour as HH:mm.')
const cents = z.number().int().min(0).max(10_000_000_000_00)
const times = z.number().int().min(0).max(1_000_000)

const product = z.strictObject({
  isOn: z.boolean(),
  from: clock.optional(),
  until: clock.optional(),
  singleCents: cents.optional(),
  dailyCents: cents.optional(),
  dailyCount: times.optional(),
  customerDailyCents: cents.optional(),
  customerDailyCount: times.optional(),
})

const isProduct = (name: string) => productNames.includes(name)
const isMarket = (id: string) => wireMarkets.some((market) => market.id === id)

const httpUrl = z
  .string()
  .trim()
  .max(2000)
  .refine((typed) => typed === '' || isHttpUrl(typed), 'This is no http or https address.')

const isHttpUrl = (typed: string): boolean => {
  const url = URL.canParse(typed) ? new URL(typed) : undefined
  return url !== undefined && /^https?:$/.test(url.protocol) && !url.username && !url.password
}

const source = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9.:/_-]{1,200}$/, 'A source is a host name or an address.')

/** What a developer fills in. Left out: as it was, or as a new application starts. */
export const applicationInput = z
  .strictObject({
    name: z.string().trim().min(1, 'Give it a name.').max(60),
    version: z.string().trim().min(1).max(20),
    description: z.string().trim().max(500),
    sessionMinutes: z
      .number()
      .int()
      .min(1)
      .max(60 * 24 * 30),
    activationSeconds: z.number().int().min(0).max(600),
    trustedSources: z.array(source).max(50),
    markets: z.array(z.string().refine(isMarket, 'There is no such market.')).max(wireMarkets.length),
    responseUrl: httpUrl,
    products: z.record(z.string().refine(isProduct, 'There is no such product.'), product),
  })
  .partial()
export type ApplicationInput = z.infer<typeof applicationInput>

export const reviewInput = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('accept') }),
  z.strictObject({ decision: z.literal('reject'), reason: z.string().trim().min(1, 'Say why.').max(500) }),
])
export type ReviewInput = z.infer<typeof reviewInput>

type App = { id: string; key: string; createdAt: number }

const viewOf = (application: Application, { id, key, createdAt }: App): ApplicationView => ({
  ...application,
  // What the record leaves out is on: the screen shows every product.
  products: Object.fromEntries(
    productNames.map((name) => [name, application.products[name] ?? { isOn: true }]),
  ),
  id,
  shownKey: `••••${key.slice(-4)}`,
  isLocked: isLocked(application),
  createdAt,
})

const findApp = (deps: Deps, { workspaceId }: Actor, id: string): App => {
  const app = worldRows(deps.db)
    .appsOf.all(workspaceId, system)
    .find((one) => one.id === id)
  if (!app) throw new Refusal('not-found', 'The sandbox has no such application. It may have been deleted.')
  return app
}

const read = (deps: Deps, { workspaceId }: Actor, id: string): Application =>
  applicationOf({ store: readWorld(deps, workspaceId) }, id)

const put = (deps: Deps, actor: Actor, id: string, application: Application) => {
  changeWorld(deps, actor.workspaceId, (world) =>
    world.store.putRecord({
      collection: applicationCollection,
      key: id,
      value: JSON.parse(JSON.stringify(application)) as Json,
      updatedAt: world.now,
    }),
  )
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'settings' } })
}

export const listApplications = (deps: Deps, actor: Actor): ApplicationView[] => {
  requireRole(actor, 'viewer')
  return worldRows(deps.db)
    .appsOf.all(actor.workspaceId, system)
    .map((app) => viewOf(read(deps, actor, app.id), app))
}

export const getApplication = (deps: Deps, actor: Actor, id: string): ApplicationView => {
  requireRole(actor, 'viewer')
  return viewOf(read(deps, actor, id), findApp(deps, actor, id))
}

const mostApplications = 50

const add = (deps: Deps, actor: Actor, application: Application): ApplicationView => {
  const rows = worldRows(deps.db)
  if (rows.appsOf.all(actor.workspaceId, system).length >= mostApplications) {
    throw new Refusal('limit', `A workspace has ${mostApplications} applications at most. Delete one first.`)
  }
  const app: App = { id: deps.ids.next(), key: newLocalKey(), createdAt: deps.clock() }
  deps.db.transaction(() => {
    rows.putApp.run(app.id, actor.workspaceId, system, app.key, '', app.createdAt)
    put(deps, actor, app.id, application)
  })
  return viewOf(application, app)
}

export const createApplication = (deps: Deps, actor: Actor, input: ApplicationInput): ApplicationView => {
  requireRole(actor, 'member')
  return add(deps, actor, { ...defaultApplication, name: 'New application', ...present(input) })
}

const present = (input: ApplicationInput) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<Application>

/** A copy starts as a draft with a key of its own. */
export const copyApplication = (deps: Deps, actor: Actor, id: string): ApplicationView => {
  requireRole(actor, 'member')
  findApp(deps, actor, id)
  const original = read(deps, actor, id)
  const name = `${original.name.slice(0, 53)} (copy)`
  return add(deps, actor, { ...original, name, state: 'draft', reason: '' })
}

const refuseLocked = (application: Application) => {
  if (!isLocked(application)) return
  throw new Refusal(
    'conflict',
    application.state === 'accepted'
      ? 'The organisation accepted this application, so it is locked. Copy it to go on.'
      : 'This application is in review, so it is locked. Take it back first.',
  )
}

export const editApplication = (
  deps: Deps,
  actor: Actor,
  id: string,
  input: ApplicationInput,
): ApplicationView => {
  requireRole(actor, 'member')
  const app = findApp(deps, actor, id)
  const current = read(deps, actor, id)
  refuseLocked(current)
  // One product can be changed without naming all others; a rejected application is a draft again.
  const products = { ...current.products, ...input.products }
  const edited: Application = { ...current, ...present(input), products, state: 'draft', reason: '' }
  put(deps, actor, id, edited)
  return viewOf(edited, app)
}

export const deleteApplication = (deps: Deps, actor: Actor, id: string): void => {
  requireRole(actor, 'member')
  findApp(deps, actor, id)
  refuseLocked(read(deps, actor, id))
  const rows = worldRows(deps.db)
  if (rows.appsOf.all(actor.workspaceId, system).length === 1) {
    throw new Refusal('conflict', 'The sandbox keeps one application at least. Create another one first.')
  }
  deps.db.transaction(() => {
    rows.dropTokensOf.run(id)
    rows.dropApp.run(id)
    changeWorld(deps, actor.workspaceId, (world) => world.store.removeRecord(applicationCollection, id))
    recordAudit(deps, actor, 'deleted an application', 'Local OpenAPI')
  })
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'settings' } })
}

/** The API key in plain text; the audit keeps who asked. */
export const revealApplicationKey = (deps: Deps, actor: Actor, id: string): { apiKey: string } => {
  requireRole(actor, 'member')
  const { key } = findApp(deps, actor, id)
  recordAudit(deps, actor, 'revealed a secret', `Local OpenAPI, ${read(deps, actor, id).name}: API key`)
  return { apiKey: key }
}

/** A new API key; the former one ends at once, its sessions live on. Local environments that held it get the new one. */
export const renewApplicationKey = (deps: Deps, actor: Actor, id: string): { apiKey: string } => {
  requireRole(actor, 'member')
  const app = findApp(deps, actor, id)
  const apiKey = newLocalKey()
  deps.db.transaction(() => {
    worldRows(deps.db).renewApp.run(apiKey, id)
    passOnLocalKey(deps, actor, system, app.key, apiKey)
    recordAudit(deps, actor, 'renewed a key', `Local OpenAPI, ${read(deps, actor, id).name}: API key`)
  })
  deps.live.announce(actor.workspaceId, { type: 'world', data: { reason: 'settings' } })
  return { apiKey }
}

/** The developer hands it in, or takes it back before it was decided. */
export const submitApplication = (
  deps: Deps,
  actor: Actor,
  id: string,
  { isWithdrawn }: { isWithdrawn: boolean },
): ApplicationView => {
  requireRole(actor, 'member')
  const app = findApp(deps, actor, id)
  const current = read(deps, actor, id)
  if (isWithdrawn !== (current.state === 'in-review') || current.state === 'accepted') {
    throw new Refusal(
      'conflict',
      isWithdrawn ? 'It is not in review.' : 'It is in review or accepted already.',
    )
  }
  const changed: Application = { ...current, state: isWithdrawn ? 'draft' : 'in-review', reason: '' }
  put(deps, actor, id, changed)
  return viewOf(changed, app)
}

/** The organisation's side: an owner looks at configuration, scope and limits, and decides. */
export const reviewApplication = (
  deps: Deps,
  actor: Actor,
  id: string,
  input: ReviewInput,
): ApplicationView => {
  requireRole(actor, 'owner')
  const app = findApp(deps, actor, id)
  const current = read(deps, actor, id)
  if (current.state !== 'in-review') {
    throw new Refusal('conflict', 'Only an application that was sent for review can be decided.')
  }
  const changed: Application =
    input.decision === 'accept'
      ? { ...current, state: 'accepted', reason: '' }
      : { ...current, state: 'rejected', reason: input.reason }
  put(deps, actor, id, changed)
  recordAudit(deps, actor, `${input.decision}ed an application`, `Local OpenAPI, ${current.name}`)
  return viewOf(changed, app)
}
