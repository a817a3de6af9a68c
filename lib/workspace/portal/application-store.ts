import 'server-only'
import { findPortalOrganisation } from '@/db/queries/portal'
import { worldRows } from '@/db/queries/world'
import type { Json } from '@/lib/catalogue/types'
import { Refusal } from '@/lib/refusal'
import {
  type Application,
  applicationCollection,
  applicationOf,
  isLocked,
  productNames,
} from '@/lib/systems/openapi/applications'
import { remarksOf } from '@/lib/systems/openapi/remarks'
import type { Actor, Deps } from '../deps'
import { changeWorld, readWorld } from '../world/world'
import { mayDecide, standingOf } from './standing'
import type { ApplicationView } from './views'

export const system = 'openapi'

/** Caller and key of an application, as the emulator looks them up. */
export type App = { id: string; key: string; createdAt: number }

export const findApp = (deps: Deps, { workspaceId }: Actor, id: string): App => {
  const app = worldRows(deps.db)
    .appsOf.all(workspaceId, system)
    .find((one) => one.id === id)
  if (!app) throw new Refusal('not-found', 'The sandbox has no such application. It may have been deleted.')
  return app
}

export const readApplication = (deps: Deps, { workspaceId }: Pick<Actor, 'workspaceId'>, id: string) =>
  applicationOf({ store: readWorld(deps, workspaceId) }, id)

/** The caller announces it, once it is committed. */
export const putApplication = (
  deps: Deps,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  id: string,
  application: Application,
): void =>
  changeWorld(deps, workspaceId, (world) =>
    world.store.putRecord({
      collection: applicationCollection,
      key: id,
      value: JSON.parse(JSON.stringify(application)) as Json,
      updatedAt: world.now,
    }),
  )

/** The organisation of the last hand-in, if it is still there. */
const organisationOf = (deps: Deps, { workspaceId }: Actor, { organisationId }: Application) =>
  organisationId ? findPortalOrganisation(deps.db, workspaceId, organisationId) : undefined

/** What an actor may do with an application, by role and by the side they stand on. */
export const rightsOf = (deps: Deps, actor: Actor, application: Application): ApplicationView['may'] => {
  const nothing = { edit: false, holdKey: false, withdraw: false, decide: false }
  if (actor.role === 'viewer')
    return { ...nothing, why: 'Viewers can look at everything, but cannot change anything.' }
  const organisation = organisationOf(deps, actor, application)
  const isOpen = !isLocked(application)
  const isInReview = application.state === 'in-review'
  if (!organisation) return { edit: isOpen, holdKey: true, withdraw: isInReview, decide: false, why: '' }
  const standing = standingOf(deps, actor, organisation.id)
  if (standing.isAlone) {
    return {
      edit: isOpen,
      holdKey: true,
      withdraw: isInReview,
      decide: isInReview,
      why: 'Nobody else in this workspace may change anything, so you stand on both sides. With a second person the sides part.',
    }
  }
  const hasSentIt = standing.memberId !== null && application.sent?.memberId === standing.memberId
  if (mayDecide(standing)) {
    return {
      edit: false,
      holdKey: false,
      withdraw: isInReview && hasSentIt,
      decide: isInReview && !hasSentIt,
      why: hasSentIt
        ? `You sent it, so somebody else of ${organisation.name} decides.`
        : `You stand on the side of ${organisation.name}: you decide, its developers edit.`,
    }
  }
  return {
    edit: isOpen,
    holdKey: true,
    withdraw: isInReview,
    decide: false,
    why:
      standing.side === 'developer'
        ? `You develop for ${organisation.name}: its own people decide.`
        : `You stand on no side of ${organisation.name}: its own people decide.`,
  }
}

export const viewOf = (
  deps: Deps,
  actor: Actor,
  application: Application,
  { id, key, createdAt }: App,
): ApplicationView => {
  const organisation = organisationOf(deps, actor, application)
  return {
    ...application,
    // What the record leaves out is on: the screen shows every product.
    products: Object.fromEntries(
      productNames.map((name) => [name, application.products[name] ?? { isOn: true }]),
    ),
    id,
    shownKey: `••••${key.slice(-4)}`,
    isLocked: isLocked(application),
    createdAt,
    organisation: organisation ? { id: organisation.id, name: organisation.name } : null,
    may: rightsOf(deps, actor, application),
    remarks: remarksOf(application),
  }
}
