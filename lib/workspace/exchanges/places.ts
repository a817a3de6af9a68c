import 'server-only'
import { type EnvironmentRow, environmentsOfSystem } from '@/db/queries/environments'
import { inboxById } from '@/db/queries/inboxes'
import { worldRows } from '@/db/queries/world'
import { marketOf } from '@/lib/msisdn/markets'
import type { System } from '@/lib/systems/types'
import type { Deps } from '../deps'
import { type EnvironmentContext, inboxOf, resolveBaseUrl } from '../environments/environment-context'
import { openSecrets } from '../environments/secrets'

/** Local environments with their secrets, opened once for a slice of work and forgotten with it. */
export type Places = {
  of(workspaceId: string, system: System): readonly EnvironmentContext[]
  keyOfApp(appId: string): string | undefined
  /** Of what names nobody that is known: all there is, where there is only one. */
  first: string | undefined
  isOnly: boolean
}

export const placesOf = (deps: Deps): Places => {
  const rows = worldRows(deps.db)
  const workspaces = rows.workspaces.all()
  const known = new Map<string, readonly EnvironmentContext[]>()
  const keys = new Map<string, string | undefined>()
  return {
    of(workspaceId, system) {
      const name = `${workspaceId} ${system.id}`
      const places =
        known.get(name) ??
        environmentsOfSystem(deps.db, workspaceId, system.id, 'local').map((row) =>
          contextOf(deps, system, row),
        )
      known.set(name, places)
      return places
    },
    keyOfApp(appId) {
      if (!keys.has(appId)) keys.set(appId, rows.appById.get(appId)?.key)
      return keys.get(appId)
    },
    first: workspaces[0]?.id,
    isOnly: workspaces.length === 1,
  }
}

/** As far as reading what somebody else sent needs it: nothing is encrypted, nothing leaves. */
const contextOf = (deps: Deps, system: System, row: EnvironmentRow): EnvironmentContext => {
  const { publicUrl } = deps.config
  const inbox = inboxById(deps.db, row.workspaceId, row.inboxId)
  if (!inbox) throw new Error(`Environment ${row.id} has lost its inbox`)
  const { id, slug, name, kind, market, inboxId, updatedAt } = row
  return {
    environment: { id, slug, name, kind, system: system.id, market, inboxId, inbox: inbox.name, updatedAt },
    system,
    market: marketOf(market),
    baseUrl: resolveBaseUrl(publicUrl, row.baseUrl),
    credentials: { ...row.settings, ...openSecrets(deps, id) },
    certificate: undefined,
    tls: undefined,
    ...inboxOf(deps, inbox),
    timeoutMs: row.timeoutMs,
  }
}
