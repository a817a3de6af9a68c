import 'server-only'
import { findMember, listMembers } from '@/db/queries/people'
import {
  claimPortalInvitation,
  findPortalInvitation,
  insertPortalInvitation,
  insertPortalMember,
  type PortalInvitationRow,
  type PortalOrganisationRow,
  portalInvitationsOf,
  revokePortalInvitation,
  sideOfMember,
} from '@/db/queries/portal'
import { hashToken } from '@/lib/crypto/keys'
import { hashPassword } from '@/lib/crypto/password'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { joinWorkspace } from '../people/invitations'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import { type LinkState, stateOfLink } from '../people/sign-in-link'
import type { NewPortalInvitation } from './fields'
import { announcePortal, getPortalOrganisation, sideWords } from './organisations'
import { organisationIn, personOf, requireManager } from './standing'
import type { PortalInvitationView, PortalOrganisationView, PortalSide } from './views'

const invitationMs = 7 * 24 * 60 * 60_000

/**
 * A link that lets its opener stand on a side, once. An owner's link also gives an account to somebody who has none;
 * a member's or a token's does not, because only owners let people into the workspace.
 */
export const inviteToOrganisation = (
  deps: Deps,
  actor: Actor,
  id: string,
  { side, label }: NewPortalInvitation,
): { invitation: PortalInvitationView; url: string } => {
  requireRole(actor, 'member')
  const organisation = organisationIn(deps, actor, id)
  requireManager(deps, actor, organisation)
  const token = deps.ids.token(32)
  const now = deps.clock()
  const row = {
    id: deps.ids.next(),
    organisationId: id,
    side,
    tokenHash: hashToken(token, deps.config.secret),
    label,
    createdBy: actor.memberId ?? `token ${actor.tokenId}`,
    createdAt: now,
    expiresAt: now + invitationMs,
    usedAt: null,
    usedBy: null,
    revokedAt: null,
  }
  deps.db.transaction(() => {
    insertPortalInvitation(deps.db, row)
    recordAudit(
      deps,
      actor,
      'invited to an organisation',
      `${label || 'someone'} to ${sideWords[side]} of ${organisation.name}`,
    )
  })
  announcePortal(deps, actor)
  return { invitation: viewOf(deps, actor, row), url: `${deps.config.publicUrl}/join/${token}` }
}

const admits = (deps: Deps, { createdBy }: Pick<PortalInvitationRow, 'createdBy'>): boolean =>
  findMember(deps.db, createdBy)?.role === 'owner'

const viewOf = (
  deps: Deps,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  row: PortalInvitationRow,
): PortalInvitationView => {
  const names = new Map(listMembers(deps.db, workspaceId).map(({ id, name }) => [id, name]))
  return {
    id: row.id,
    side: row.side,
    label: row.label,
    state: stateOfLink(row, deps.clock()),
    invitedBy: row.createdBy.startsWith('token ') ? 'an API token' : (names.get(row.createdBy) ?? null),
    usedBy: row.usedBy === null ? null : (names.get(row.usedBy) ?? null),
    admitsStrangers: admits(deps, row),
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
  }
}

export const listOrganisationInvitations = (deps: Deps, actor: Actor, id: string): PortalInvitationView[] => {
  requireRole(actor, 'member')
  requireManager(deps, actor, organisationIn(deps, actor, id))
  return portalInvitationsOf(deps.db, id, 50).map((row) => viewOf(deps, actor, row))
}

export const revokeOrganisationInvitation = (
  deps: Deps,
  actor: Actor,
  { id, invitationId }: { id: string; invitationId: string },
): void => {
  requireRole(actor, 'member')
  const organisation = organisationIn(deps, actor, id)
  requireManager(deps, actor, organisation)
  deps.db.transaction(() => {
    if (!revokePortalInvitation(deps.db, { organisationId: id, id: invitationId, now: deps.clock() })) {
      throw new Refusal('conflict', 'This invitation was used or revoked already.')
    }
    recordAudit(deps, actor, 'revoked an invitation', `to ${organisation.name}`)
  })
  announcePortal(deps, actor)
}

export type PortalLinkView = {
  state: LinkState
  organisation: { id: string; workspaceId: string; name: string; shortcode: string } | null
  side: PortalSide
  invitedBy: string | null
  admitsStrangers: boolean
}

/** What the opener sees before accepting; uses nothing up. */
export const readPortalLink = (deps: Deps, token: string): PortalLinkView => {
  const found = findPortalInvitation(deps.db, hashToken(token, deps.config.secret))
  const state = stateOfLink(found?.invitation, deps.clock())
  if (!found) {
    return { state, organisation: null, side: 'developer', invitedBy: null, admitsStrangers: false }
  }
  const { invitation, organisation } = found
  const { id, workspaceId, name, shortcode } = organisation
  return {
    state,
    organisation: { id, workspaceId, name, shortcode },
    side: invitation.side,
    invitedBy: findMember(deps.db, invitation.createdBy)?.name ?? null,
    admitsStrangers: admits(deps, invitation),
  }
}

/** Where somebody who is signed in stands already; undefined when the link is for them. */
export const sideTakenBy = (deps: Deps, actor: Actor, organisationId: string): PortalSide | undefined => {
  const person = personOf(deps, actor)
  return person === null ? undefined : sideOfMember(deps.db, organisationId, person)
}

/** Somebody who has an account here takes the side of the link. */
export const joinOrganisation = (
  deps: Deps,
  actor: Actor,
  { token }: { token: string },
): PortalOrganisationView => {
  requireRole(actor, 'member')
  const tokenHash = hashToken(token, deps.config.secret)
  const { organisation } = openLink(deps, tokenHash)
  const memberId = personOf(deps, actor)
  if (organisation.workspaceId !== actor.workspaceId || memberId === null) {
    throw new Refusal('forbidden', 'This invitation belongs to another workspace. Sign in there first.')
  }
  deps.db.transaction(() => takeSide(deps, { tokenHash, organisation, memberId, name: actor.name }))
  announcePortal(deps, actor)
  return getPortalOrganisation(deps, actor, organisation.id)
}

/** Somebody without an account gets one as a member of the workspace, and takes the side of the link. */
export const joinAsNewcomer = async (
  deps: Deps,
  input: { token: string; name: string; email: string; password: string },
): Promise<{ memberId: string }> => {
  const tokenHash = hashToken(input.token, deps.config.secret)
  // Before the slow hash: a link that cannot be used must not cost anything.
  const { organisation } = openNewcomerLink(deps, tokenHash)
  const passwordHash = await hashPassword(input.password)
  const memberId = deps.db.transaction(() => {
    openNewcomerLink(deps, tokenHash)
    const { workspaceId } = organisation
    const id = joinWorkspace(deps, { ...input, passwordHash, workspaceId, role: 'member' })
    recordAudit(deps, { workspaceId, name: input.name }, 'joined', `${input.email} as member`)
    takeSide(deps, { tokenHash, organisation, memberId: id, name: input.name })
    return id
  })
  announcePortal(deps, organisation)
  return { memberId }
}

const openLink = (deps: Deps, tokenHash: string) => {
  const found = findPortalInvitation(deps.db, tokenHash)
  const state = stateOfLink(found?.invitation, deps.clock())
  if (!found || state !== 'open') throw closed(state)
  return found
}

const openNewcomerLink = (deps: Deps, tokenHash: string) => {
  const found = openLink(deps, tokenHash)
  if (admits(deps, found.invitation)) return found
  throw new Refusal(
    'forbidden',
    'This link works for people who have an account here. Sign in first, or ask an owner of the workspace for an invitation.',
  )
}

/** Inside a transaction: what is refused here leaves the link as it was. */
const takeSide = (
  deps: Deps,
  {
    tokenHash,
    organisation,
    memberId,
    name,
  }: { tokenHash: string; organisation: PortalOrganisationRow; memberId: string; name: string },
): void => {
  const now = deps.clock()
  const link = claimPortalInvitation(deps.db, { tokenHash, usedBy: memberId, now })
  if (!link) throw closed(stateOfLink(findPortalInvitation(deps.db, tokenHash)?.invitation, now))
  const present = sideOfMember(deps.db, organisation.id, memberId)
  if (present) {
    throw new Refusal(
      'conflict',
      present === link.side
        ? `You stand on ${sideWords[present]} of ${organisation.name} already.`
        : `You stand on ${sideWords[present]} of ${organisation.name}, and one person stands on one side. Leave it first, or let somebody else open this link.`,
    )
  }
  insertPortalMember(deps.db, { organisationId: organisation.id, memberId, side: link.side, joinedAt: now })
  recordAudit(
    deps,
    { workspaceId: organisation.workspaceId, name },
    'joined an organisation',
    `${sideWords[link.side]} of ${organisation.name}`,
  )
}

const reasons: Record<LinkState, string> = {
  open: 'This invitation could not be used. Try again.',
  used: 'This invitation was used already. Ask for a new one.',
  expired: 'This invitation has expired. Ask for a new one.',
  revoked: 'This invitation was revoked. Ask for a new one.',
  unknown: 'This invitation is unknown. Check that the link was copied whole.',
}

const closed = (state: LinkState) => new Refusal('precondition', reasons[state])
