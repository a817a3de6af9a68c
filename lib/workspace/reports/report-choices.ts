import 'server-only'
import { applicationKeysOf } from '@/db/queries/application-keys'
import { listEnvironmentRows } from '@/db/queries/environments'
import { reportedEnvironments } from '@/db/queries/reports'
import { markets } from '@/lib/msisdn/markets'
import type { Zone } from '@/lib/reports/types'
import { systems } from '@/lib/systems'
import type { Actor, Deps } from '../deps'
import type { ReportChoices } from './views'

export const utc: Zone = { name: 'UTC', offsetMinutes: 0 }

/** Time zones of the markets, and UTC. */
export const zones: readonly Zone[] = [
  ...new Map(
    Object.values(markets).map(({ timeZone, utcOffsetMinutes }) => [
      timeZone,
      { name: timeZone, offsetMinutes: utcOffsetMinutes },
    ]),
  ).values(),
  utc,
]

const operations = systems.flatMap(({ id, title, operations: own }) =>
  [...new Set(own.map(({ group }) => group))].map((group) => ({
    group: `${title}: ${group}`,
    system: id,
    operations: own
      .filter((each) => each.group === group)
      .map((each) => ({ id: each.id, title: each.title })),
  })),
)

/** The environments that are there, and those that are gone but were sent to. */
export const environmentChoices = (deps: Deps, actor: Actor): ReportChoices['environments'] => {
  const here = listEnvironmentRows(deps.db, actor.workspaceId)
  const gone = reportedEnvironments(deps.db, actor.workspaceId).filter(
    ({ id }) => !here.some((row) => row.id === id),
  )
  return [
    ...here.map(({ id, name, kind, system }) => ({ id, name, kind, system, isGone: false })),
    ...gone.map(({ id, name, kind, system }) => ({ id, name, kind, system, isGone: true })),
  ]
}

/** What a report can be narrowed to. */
export const reportChoices = (deps: Deps, actor: Actor): ReportChoices => {
  const environments = environmentChoices(deps, actor)
  const seen = new Set<string>()
  return {
    systems: systems.map(({ id, title }) => ({ id, title })),
    environments,
    operations,
    appKeys: applicationKeysOf(deps.db, actor.workspaceId).map((key) => {
      const isLatest = !seen.has(key.environmentId)
      seen.add(key.environmentId)
      const name = environments.find(({ id }) => id === key.environmentId)?.name ?? key.environmentId
      const { fingerprint, label, system, firstSeenAt, lastSeenAt } = key
      return {
        fingerprint,
        label,
        system,
        firstSeenAt,
        lastSeenAt,
        isLatest,
        environment: { id: key.environmentId, name },
      }
    }),
    zones: [...zones],
  }
}
