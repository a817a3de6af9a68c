import 'server-only'
import {
  deletePortalOrganisation,
  insertPortalMember,
  insertPortalOrganisation,
  type PortalOrganisationRow,
  portalOrganisationsOf,
  portalPeopleOf,
  removePortalMember,
  renamePortalOrganisation,
} from '@/db/queries/portal'
import { Refusal } from '@/lib/refusal'
import { addOrganisation } from '@/lib/systems/openapi/emulate/seed'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import { changeWorld } from '../world/world'
import type { NewOrganisation } from './fields'
import { handedIn } from './handed-in'
import {
  mayDecide,
  mayDevelop,
  mayManage,
  organisationIn,
  personOf,
  requireManager,
  standingOf,
} from './standing'
import type { PortalOrganisationView, PortalSide } from './views'

export const sideWords: Record<PortalSide, string> = {
  organisation: 'the organisation’s side',
  developer: 'the developer’s side',
}

export const announcePortal = (deps: Deps, { workspaceId }: Pick<Actor, 'workspaceId'>): void =>
  deps.live.announce(workspaceId, { type: 'world', data: { reason: 'settings' } })

const viewOf = (deps: Deps, actor: Actor, row: PortalOrganisationRow): PortalOrganisationView => {
  const standing = standingOf(deps, actor, row.id)
  const isMember = actor.role !== 'viewer'
  return {
    id: row.id,
    name: row.name,
    shortcode: row.shortcode,
    market: row.market,
    createdAt: row.createdAt,
    people: portalPeopleOf(deps.db, actor.workspaceId)
      .filter(({ organisationId }) => organisationId === row.id)
      .map(({ memberId, name, side, joinedAt }) => ({
        memberId,
        name,
        side,
        joinedAt,
        isYou: memberId === standing.memberId,
      })),
    applications: handedIn(deps, actor, row.id),
    you: {
      side: standing.side,
      isAlone: standing.isAlone,
      manage: isMember && mayManage(deps, actor, row.id),
      develop: isMember && mayDevelop(standing),
      decide: isMember && mayDecide(standing),
    },
  }
}

export const listPortalOrganisations = (deps: Deps, actor: Actor): PortalOrganisationView[] => {
  requireRole(actor, 'viewer')
  return portalOrganisationsOf(deps.db, actor.workspaceId).map((row) => viewOf(deps, actor, row))
}

export const getPortalOrganisation = (deps: Deps, actor: Actor, id: string): PortalOrganisationView => {
  requireRole(actor, 'viewer')
  return viewOf(deps, actor, organisationIn(deps, actor, id))
}

const mostOrganisations = 50

/** Whoever creates it stands on its side. Its code takes payments in the local world from then on. */
export const createPortalOrganisation = (
  deps: Deps,
  actor: Actor,
  input: NewOrganisation,
): PortalOrganisationView => {
  requireRole(actor, 'member')
  const existing = portalOrganisationsOf(deps.db, actor.workspaceId)
  if (existing.length >= mostOrganisations) {
    throw new Refusal(
      'limit',
      `A workspace has ${mostOrganisations} organisations at most. Delete one first.`,
    )
  }
  const twin = existing.find((one) => one.market === input.market && one.shortcode === input.shortcode)
  if (twin) {
    throw new Refusal('invalid', `${twin.name} has this code in this market already.`, {
      shortcode: [`${twin.name} has this code in this market already.`],
    })
  }
  const memberId = personOf(deps, actor)
  const id = deps.ids.next()
  const now = deps.clock()
  deps.db.transaction(() => {
    insertPortalOrganisation(deps.db, {
      id,
      workspaceId: actor.workspaceId,
      ...input,
      createdBy: memberId ?? actor.name,
      createdAt: now,
    })
    if (memberId) {
      insertPortalMember(deps.db, { organisationId: id, memberId, side: 'organisation', joinedAt: now })
    }
    changeWorld(deps, actor.workspaceId, (world) => addOrganisation(world, input))
    recordAudit(
      deps,
      actor,
      'created an organisation',
      `${input.name}, ${input.shortcode} in ${input.market}`,
    )
  })
  announcePortal(deps, actor)
  return getPortalOrganisation(deps, actor, id)
}

export const renameOrganisation = (
  deps: Deps,
  actor: Actor,
  id: string,
  { name }: { name: string },
): PortalOrganisationView => {
  requireRole(actor, 'member')
  const organisation = organisationIn(deps, actor, id)
  requireManager(deps, actor, organisation)
  deps.db.transaction(() => {
    renamePortalOrganisation(deps.db, id, name)
    recordAudit(deps, actor, 'renamed an organisation', `${organisation.name} to ${name}`)
  })
  announcePortal(deps, actor)
  return getPortalOrganisation(deps, actor, id)
}

/** What it rejected, or was never sent, stays with its developers. */
export const deleteOrganisation = (deps: Deps, actor: Actor, id: string): void => {
  requireRole(actor, 'member')
  const organisation = organisationIn(deps, actor, id)
  requireManager(deps, actor, organisation)
  const held = handedIn(deps, actor, id).filter(({ state }) => state === 'in-review' || state === 'accepted')
  if (held.length > 0) {
    throw new Refusal(
      'conflict',
      `${organisation.name} holds ${held.map(({ name }) => name).join(', ')}: what is in review or accepted keeps its organisation.`,
    )
  }
  if (portalOrganisationsOf(deps.db, actor.workspaceId).length === 1) {
    throw new Refusal('conflict', 'The portal keeps one organisation at least. Create another one first.')
  }
  deps.db.transaction(() => {
    deletePortalOrganisation(deps.db, id)
    recordAudit(deps, actor, 'deleted an organisation', organisation.name)
  })
  announcePortal(deps, actor)
}

/** Takes somebody off their side; everybody may leave by themselves. What they sent or decided stays. */
export const removeFromOrganisation = (
  deps: Deps,
  actor: Actor,
  { id, memberId }: { id: string; memberId: string },
): void => {
  requireRole(actor, 'member')
  const organisation = organisationIn(deps, actor, id)
  const isOwnWish = memberId === personOf(deps, actor)
  if (!isOwnWish) requireManager(deps, actor, organisation)
  const people = portalPeopleOf(deps.db, actor.workspaceId).filter((one) => one.organisationId === id)
  const person = people.find((one) => one.memberId === memberId)
  if (!person) {
    throw new Refusal('not-found', `This person stands on no side of ${organisation.name} any more.`)
  }
  if (person.side === 'organisation' && people.filter(({ side }) => side === 'organisation').length === 1) {
    throw new Refusal(
      'conflict',
      `${person.name} is the only person on the side of ${organisation.name}. Invite somebody to it first.`,
    )
  }
  deps.db.transaction(() => {
    removePortalMember(deps.db, id, memberId)
    recordAudit(
      deps,
      actor,
      isOwnWish ? 'left an organisation' : 'removed from an organisation',
      `${person.name}, from ${sideWords[person.side]} of ${organisation.name}`,
    )
  })
  announcePortal(deps, actor)
}
