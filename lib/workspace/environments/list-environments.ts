import 'server-only'
import { listEnvironmentRows } from '@/db/queries/environments'
import { systemOf } from '@/lib/systems'
import type { Actor, Deps } from '../deps'
import type { EnvironmentView } from '../views'
import type { EnvironmentBrief } from './brief'
import { environmentView } from './environment-view'
import { tokenView } from './token-view'

/** Oldest first. */
export const listEnvironments = (deps: Deps, actor: Actor): EnvironmentView[] =>
  listEnvironmentRows(deps.db, actor.workspaceId).map((row) => environmentView(deps, actor, row))

/** For the frame: opens no secret. */
export const listEnvironmentBriefs = (deps: Deps, actor: Actor): EnvironmentBrief[] =>
  listEnvironmentRows(deps.db, actor.workspaceId).map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    system: row.system,
    systemTitle: systemOf(row.system).title,
    kind: row.kind,
    token: tokenView(deps, row),
  }))
