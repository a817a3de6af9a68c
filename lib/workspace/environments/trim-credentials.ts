import 'server-only'
import type { Actor, Deps } from '../deps'
import type { EnvironmentView } from '../views'
import { trimmedCredentials } from './diagnose-token'
import { environmentContext } from './environment-context'
import { updateEnvironment } from './update-environment'

/** Removes spaces, line breaks and quotes around the stored key and secret. */
export const trimCredentials = (deps: Deps, actor: Actor, idOrSlug: string): EnvironmentView => {
  const context = environmentContext(deps, actor, idOrSlug)
  return updateEnvironment(deps, actor, idOrSlug, { credentials: trimmedCredentials(context) })
}
