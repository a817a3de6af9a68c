import 'server-only'
import { eq } from 'drizzle-orm'
import { listMembers } from '@/db/queries/people'
import {
  findPortalOrganisation,
  type PortalOrganisationRow,
  portalPeopleOf,
  sideOfMember,
} from '@/db/queries/portal'
import { apiTokens } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import type { PortalSide } from './views'

/** Where somebody stands towards one organisation. `side` is null for who was never invited. */
export type Standing = {
  memberId: string | null
  side: PortalSide | null
  /** Nobody else in the workspace may change anything: one person may then act for both sides. */
  isAlone: boolean
}

/** Who stands behind an actor: a token acts for its maker, the token of the settings for the first owner. */
export const personOf = (deps: Deps, actor: Actor): string | null => {
  if (actor.memberId !== null) return actor.memberId
  const maker = actor.tokenId
    ? deps.db
        .select({ createdBy: apiTokens.createdBy })
        .from(apiTokens)
        .where(eq(apiTokens.id, actor.tokenId))
        .get()?.createdBy
    : undefined
  return maker ?? listMembers(deps.db, actor.workspaceId).find(({ role }) => role === 'owner')?.id ?? null
}

const isAlone = (deps: Deps, { workspaceId }: Pick<Actor, 'workspaceId'>): boolean =>
  listMembers(deps.db, workspaceId).filter(({ role }) => role !== 'viewer').length <= 1

export const standingOf = (deps: Deps, actor: Actor, organisationId: string): Standing => {
  const memberId = personOf(deps, actor)
  return {
    memberId,
    side: (memberId && sideOfMember(deps.db, organisationId, memberId)) || null,
    isAlone: isAlone(deps, actor),
  }
}

export const mayDevelop = ({ side, isAlone }: Standing): boolean => isAlone || side === 'developer'

export const mayDecide = ({ side, isAlone }: Standing): boolean => isAlone || side === 'organisation'

/** People of the organisation do; where none is left, an owner of the workspace takes care of it. */
export const mayManage = (deps: Deps, actor: Actor, organisationId: string): boolean => {
  if (mayDecide(standingOf(deps, actor, organisationId))) return true
  const isOrphan = !portalPeopleOf(deps.db, actor.workspaceId).some(
    (person) => person.organisationId === organisationId && person.side === 'organisation',
  )
  return isOrphan && actor.role === 'owner'
}

export const organisationIn = (
  deps: Deps,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  id: string,
): PortalOrganisationRow => {
  const row = findPortalOrganisation(deps.db, workspaceId, id)
  if (!row) throw new Refusal('not-found', 'The portal has no such organisation. It may have been deleted.')
  return row
}

export const requireManager = (deps: Deps, actor: Actor, organisation: PortalOrganisationRow): void => {
  if (mayManage(deps, actor, organisation.id)) return
  throw new Refusal('forbidden', `Only people of ${organisation.name} may do this. Ask one of them.`)
}
