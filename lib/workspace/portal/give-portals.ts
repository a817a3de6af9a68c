import 'server-only'
import { listMembers } from '@/db/queries/people'
import { insertPortalMember, insertPortalOrganisation, portalOrganisationsOf } from '@/db/queries/portal'
import { worldRows } from '@/db/queries/world'
import { systemOf } from '@/lib/systems'
import { addOrganisation } from '@/lib/systems/openapi/emulate/seed'
import type { Deps } from '../deps'
import { changeWorld } from '../world/world'
import { putApplication, readApplication, system } from './application-store'

/**
 * Gives the workspaces whose portal has no organisation the one that the local environment speaks for. Owners stand on
 * its side and members develop for it; what is in review or decided becomes its. The portal keeps one organisation at
 * least, so a workspace that has none was never given one. Returns how many were given.
 */
export const givePortals = (deps: Deps): number => {
  const rows = worldRows(deps.db)
  let count = 0
  for (const { id: workspaceId } of rows.workspaces.all()) {
    if (!rows.appOf.get(workspaceId, system)) continue
    if (portalOrganisationsOf(deps.db, workspaceId).length > 0) continue
    deps.db.transaction(() => givePortal(deps, workspaceId))
    count++
  }
  return count
}

const givePortal = (deps: Deps, workspaceId: string) => {
  const preset = systemOf(system).presets.find(({ kind }) => kind === 'local')
  const shortcode = preset?.credentials.serviceProviderCode
  if (!preset || !shortcode) return
  const people = listMembers(deps.db, workspaceId)
  const organisationId = deps.ids.next()
  const now = deps.clock()
  insertPortalOrganisation(deps.db, {
    id: organisationId,
    workspaceId,
    name: 'Jaribu Test',
    shortcode,
    market: preset.market,
    createdBy: people.find(({ role }) => role === 'owner')?.id ?? '',
    createdAt: now,
  })
  for (const { id: memberId, role } of people) {
    if (role === 'viewer') continue
    const side = role === 'owner' ? 'organisation' : 'developer'
    insertPortalMember(deps.db, { organisationId, memberId, side, joinedAt: now })
  }
  for (const { id } of worldRows(deps.db).appsOf.all(workspaceId, system)) {
    const application = readApplication(deps, { workspaceId }, id)
    if (application.state !== 'draft')
      putApplication(deps, { workspaceId }, id, { ...application, organisationId })
  }
}

/** After a reset of the world: codes of organisations that people created take payments again. */
export const openPortalCodes = (deps: Deps, workspaceId: string): void =>
  changeWorld(deps, workspaceId, (world) => {
    for (const organisation of portalOrganisationsOf(deps.db, workspaceId))
      addOrganisation(world, organisation)
  })
