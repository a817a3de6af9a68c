import 'server-only'
import { z } from 'zod'
import { worldRows } from '@/db/queries/world'
import { wireMarkets } from '@/lib/catalogue/openapi'
import { Refusal } from '@/lib/refusal'
import {
  type Application,
  applicationCollection,
  defaultApplication,
  isLocked,
  productNames,
} from '@/lib/systems/openapi/applications'
import { isWebAddress } from '@/lib/wire/url-text'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import { newLocalKey, passOnLocalKey } from '../world/local-keys'
import { changeWorld } from '../world/world'
import {
  type App,
  findApp,
  putApplication,
  readApplication,
  rightsOf,
  system,
  viewOf,
} from './application-store'
import { announcePortal } from './organisations'
import type { ApplicationView } from './views'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Write the hour as HH:mm.')
const count = z.number('Type a number.').int('Type a whole number.').min(0, 'It is not below zero.')
const cents = count.max(10_000_000_000_00, '10,000,000,000 at most.')
const times = count.max(1_000_000, '1,000,000 at most.')

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
  const url = isWebAddress(typed) ? new URL(typed) : undefined
  return url !== undefined && !url.username && !url.password
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
    sessionMinutes: count.min(1, 'One minute at least.').max(60 * 24 * 30, '30 days at most.'),
    activationSeconds: count.max(600, 'Ten minutes at most.'),
    trustedSources: z.array(source).max(50),
    markets: z.array(z.string().refine(isMarket, 'There is no such market.')).max(wireMarkets.length),
    responseUrl: httpUrl,
    products: z.record(z.string().refine(isProduct, 'There is no such product.'), product),
  })
  .partial()
export type ApplicationInput = z.infer<typeof applicationInput>

export const listApplications = (deps: Deps, actor: Actor): ApplicationView[] => {
  requireRole(actor, 'viewer')
  return worldRows(deps.db)
    .appsOf.all(actor.workspaceId, system)
    .map((app) => viewOf(deps, actor, readApplication(deps, actor, app.id), app))
}

export const getApplication = (deps: Deps, actor: Actor, id: string): ApplicationView => {
  requireRole(actor, 'viewer')
  return viewOf(deps, actor, readApplication(deps, actor, id), findApp(deps, actor, id))
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
    putApplication(deps, actor, app.id, application)
    recordAudit(deps, actor, 'made an application', `Local OpenAPI, ${application.name}`)
  })
  announcePortal(deps, actor)
  return viewOf(deps, actor, application, app)
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
  const original = readApplication(deps, actor, id)
  const name = `${original.name.slice(0, 53)} (copy)`
  const { sent: _sent, decided: _decided, ...settings } = original
  return add(deps, actor, { ...settings, name, state: 'draft', reason: '', organisationId: '' })
}

const requireEditor = (deps: Deps, actor: Actor, application: Application) => {
  if (isLocked(application)) {
    throw new Refusal(
      'conflict',
      application.state === 'accepted'
        ? 'The organisation accepted this application, so it is locked. Copy it to go on.'
        : 'This application is in review, so it is locked. Take it back first.',
    )
  }
  const { edit, why } = rightsOf(deps, actor, application)
  if (!edit) throw new Refusal('forbidden', why)
}

export const editApplication = (
  deps: Deps,
  actor: Actor,
  id: string,
  input: ApplicationInput,
): ApplicationView => {
  requireRole(actor, 'member')
  const app = findApp(deps, actor, id)
  const current = readApplication(deps, actor, id)
  requireEditor(deps, actor, current)
  // One product can be changed without naming all others; a rejected application is a draft again.
  const products = { ...current.products, ...input.products }
  const edited: Application = { ...current, ...present(input), products, state: 'draft', reason: '' }
  deps.db.transaction(() => {
    putApplication(deps, actor, id, edited)
    recordAudit(deps, actor, 'changed an application', `Local OpenAPI, ${edited.name}`)
  })
  announcePortal(deps, actor)
  return viewOf(deps, actor, edited, app)
}

export const deleteApplication = (deps: Deps, actor: Actor, id: string): void => {
  requireRole(actor, 'member')
  findApp(deps, actor, id)
  const current = readApplication(deps, actor, id)
  requireEditor(deps, actor, current)
  const rows = worldRows(deps.db)
  if (rows.appsOf.all(actor.workspaceId, system).length === 1) {
    throw new Refusal('conflict', 'The sandbox keeps one application at least. Create another one first.')
  }
  deps.db.transaction(() => {
    rows.dropTokensOf.run(id)
    rows.dropApp.run(id)
    changeWorld(deps, actor.workspaceId, (world) => world.store.removeRecord(applicationCollection, id))
    recordAudit(deps, actor, 'deleted an application', `Local OpenAPI, ${current.name}`)
  })
  announcePortal(deps, actor)
}

/** An organisation reviews what an application may do; its key stays with the developers. */
const requireKeyHolder = (deps: Deps, actor: Actor, id: string): Application => {
  const application = readApplication(deps, actor, id)
  const { holdKey, why } = rightsOf(deps, actor, application)
  if (!holdKey) throw new Refusal('forbidden', why)
  return application
}

/** The API key in plain text; the audit keeps who asked. */
export const revealApplicationKey = (deps: Deps, actor: Actor, id: string): { apiKey: string } => {
  requireRole(actor, 'member')
  const { key } = findApp(deps, actor, id)
  const { name } = requireKeyHolder(deps, actor, id)
  recordAudit(deps, actor, 'revealed a secret', `Local OpenAPI, ${name}: API key`)
  return { apiKey: key }
}

/** A new API key; the former one ends at once, its sessions live on. Local environments that held it get the new one. */
export const renewApplicationKey = (deps: Deps, actor: Actor, id: string): { apiKey: string } => {
  requireRole(actor, 'member')
  const app = findApp(deps, actor, id)
  const { name } = requireKeyHolder(deps, actor, id)
  const apiKey = newLocalKey()
  deps.db.transaction(() => {
    worldRows(deps.db).renewApp.run(apiKey, id)
    passOnLocalKey(deps, actor, system, app.key, apiKey)
    recordAudit(deps, actor, 'renewed a key', `Local OpenAPI, ${name}: API key`)
  })
  announcePortal(deps, actor)
  return { apiKey }
}
