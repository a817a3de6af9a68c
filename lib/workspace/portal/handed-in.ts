import 'server-only'
import { worldRows } from '@/db/queries/world'
import { applicationOf } from '@/lib/systems/openapi/applications'
import type { Actor, Deps } from '../deps'
import { readWorld } from '../world/world'
import type { PortalOrganisationView } from './views'

/** Applications whose last hand-in went to this organisation; what waits for a decision comes first. */
export const handedIn = (
  deps: Deps,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  organisationId: string,
): PortalOrganisationView['applications'] => {
  const store = readWorld(deps, workspaceId)
  return worldRows(deps.db)
    .appsOf.all(workspaceId, 'openapi')
    .flatMap(({ id }) => {
      const { name, version, state, sent, decided, organisationId: to } = applicationOf({ store }, id)
      return to === organisationId && state !== 'draft' ? [{ id, name, version, state, sent, decided }] : []
    })
    .sort((a, b) => Number(b.state === 'in-review') - Number(a.state === 'in-review'))
}
