import 'server-only'
import type { Actor, Deps } from '../deps'
import type { EnvironmentView } from '../views'
import { environmentView } from './environment-view'
import { findEnvironment } from './find'

export const getEnvironment = (deps: Deps, actor: Actor, idOrSlug: string): EnvironmentView =>
  environmentView(deps, actor, findEnvironment(deps, actor, idOrSlug))
