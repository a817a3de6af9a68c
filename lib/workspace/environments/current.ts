import 'server-only'
import { cookies } from 'next/headers'
import { listEnvironmentRows } from '@/db/queries/environments'
import type { Actor, Deps } from '../deps'

export const environmentCookie = 'jaribu-environment'

/**
 * Id of the environment that this browser works in: the chosen one while it exists in the actor's workspace, else the
 * first. For pages and actions only. Null in a workspace without any.
 */
export const currentEnvironment = async (deps: Deps, actor: Actor): Promise<string | null> => {
  const chosen = (await cookies()).get(environmentCookie)?.value
  return pickEnvironment(deps, actor, chosen)
}

export const pickEnvironment = (deps: Deps, actor: Actor, chosen: string | undefined): string | null => {
  const rows = listEnvironmentRows(deps.db, actor.workspaceId)
  return (rows.find((row) => row.id === chosen) ?? rows[0])?.id ?? null
}
