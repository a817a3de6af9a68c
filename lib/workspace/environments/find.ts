import 'server-only'
import { type EnvironmentRow, findEnvironmentRow } from '@/db/queries/environments'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'

/** The row, or a refusal that does not tell whether it exists elsewhere. */
export const findEnvironment = (deps: Deps, actor: Actor, idOrSlug: string): EnvironmentRow => {
  const row = findEnvironmentRow(deps.db, actor.workspaceId, idOrSlug)
  if (row) return row
  throw new Refusal(
    'not-found',
    `There is no environment “${idOrSlug.slice(0, 80)}” in this workspace. GET /api/v1/environments lists them.`,
  )
}
