import 'server-only'
import { applicationKeysOf } from '@/db/queries/application-keys'
import { findEnvironmentRow, listEnvironmentRows } from '@/db/queries/environments'
import { marketOf } from '@/lib/msisdn/markets'
import { Refusal } from '@/lib/refusal'
import type { Place } from '@/lib/reports/block'
import { collecting, type Explain, figuresOf } from '@/lib/reports/figures'
import {
  bucketsOf,
  comparedPeriod,
  intervalOf,
  periodOf,
  periodText,
  spansOf,
  type Wrong,
} from '@/lib/reports/period'
import type { Interval, Period, Zone } from '@/lib/reports/types'
import { findOperation, isSystem, systemOf } from '@/lib/systems'
import { operationTitle } from '@/lib/systems/callbacks'
import type { Actor, Deps } from '../deps'
import { inSlices } from '../slices'
import { blockOf, forgetChanged, reading } from './blocks'
import { environmentChoices, utc, zones } from './report-choices'
import type { ReportInput } from './report-input'
import type { PeriodView, ReportFigures, ReportFilters, ReportView } from './views'

/** Numbers of a period from the roll-ups, and of another one beside it. Anybody in the workspace may read them. */
export const getReport = async (deps: Deps, actor: Actor, asked: ReportInput = {}): Promise<ReportView> => {
  const filters = filtersOf(deps, actor, asked)
  const now = deps.clock()
  const zone = zoneOf(deps, actor, asked.zone, filters)
  const period = orRefuse(periodOf(asked, now, zone))
  const interval = orRefuse(intervalOf(asked.interval ?? 'auto', period))
  const other = asked.compare ? orRefuse(comparedPeriod(asked.compare, period, now)) : undefined
  const turn = inSlices()
  const figures = (of: Period) => figuresIn(deps, actor, filters, of, interval, turn)
  const own = await figures(period)
  return {
    period: shown(period),
    interval,
    filters,
    isMixed: own.kinds.some(({ kind }) => kind === 'local') && own.kinds.some(({ kind }) => kind !== 'local'),
    ...own,
    comparison: other ? { period: shown(other), ...(await figures(other)) } : null,
  }
}

const shown = (period: Period): PeriodView => ({ ...period, text: periodText(period) })

const orRefuse = <Found extends object | string>(found: Found | Wrong): Found => {
  if (typeof found === 'string' || !isWrong(found)) return found
  const [[field, [message]] = ['', ['']]] = Object.entries(found.errors)
  throw new Refusal('invalid', `${field}: ${message}`, found.errors)
}

const isWrong = (found: object): found is Wrong => 'errors' in found

const wrong = (field: string, message: string) =>
  new Refusal('invalid', `${field}: ${message}`, { [field]: [message] })

const filtersOf = (deps: Deps, actor: Actor, asked: ReportInput): ReportFilters => {
  const { kind = null, system, environment, operation, appKey, origin = null } = asked
  if (system !== undefined && !isSystem(system)) throw wrong('system', 'There is no such API system.')
  const entry = operation === undefined ? undefined : findOperation(operation)
  if (operation !== undefined && !entry)
    throw wrong('operation', 'There is no such operation: GET /api/v1/reports/choices lists them.')
  const key =
    appKey && applicationKeysOf(deps.db, actor.workspaceId).find((row) => row.fingerprint === appKey)
  if (appKey && !key) throw wrong('appKey', 'No run was sent with this key.')
  return {
    kind,
    system: system === undefined ? null : { id: system, title: systemOf(system).title },
    environment: environment === undefined ? null : environmentNamed(deps, actor, environment),
    operation: entry ? { id: entry.id, title: entry.title } : null,
    appKey: key ? { fingerprint: key.fingerprint, label: key.label } : null,
    origin,
  }
}

const environmentNamed = (deps: Deps, actor: Actor, idOrSlug: string): ReportFilters['environment'] => {
  const found =
    findEnvironmentRow(deps.db, actor.workspaceId, idOrSlug) ??
    environmentChoices(deps, actor).find(({ id }) => id === idOrSlug)
  if (!found)
    throw wrong('environment', 'There is no such environment: GET /api/v1/reports/choices lists them.')
  return { id: found.id, name: found.name, kind: found.kind }
}

/** The asked one, else that of the environment's market: the chosen one, one of the chosen system, or the first. */
const zoneOf = (deps: Deps, actor: Actor, asked: string | undefined, filters: ReportFilters): Zone => {
  if (asked !== undefined) {
    const zone = zones.find(({ name }) => name === asked)
    if (!zone) throw wrong('zone', `must be one of ${zones.map(({ name }) => name).join(', ')}.`)
    return zone
  }
  const rows = listEnvironmentRows(deps.db, actor.workspaceId)
  const row =
    rows.find(({ id }) => id === filters.environment?.id) ??
    rows.find(({ system }) => system === filters.system?.id) ??
    rows[0]
  const market = row && marketOf(row.market)
  return market ? { name: market.timeZone, offsetMinutes: market.utcOffsetMinutes } : utc
}

const explain: Explain = (system, operation, code) =>
  isSystem(system) ? systemOf(system).explain(code, { operation }) : undefined

const figuresIn = async (
  deps: Deps,
  { workspaceId }: Actor,
  filters: ReportFilters,
  period: Period,
  interval: Interval,
  turn: () => Promise<void>,
): Promise<ReportFigures> => {
  const wanted = {
    kind: filters.kind ?? undefined,
    system: filters.system?.id,
    environmentId: filters.environment?.id,
    operation: filters.operation?.id,
    appKey: filters.appKey?.fingerprint,
    origin: filters.origin === 'all' ? undefined : (filters.origin ?? undefined),
  }
  const conditions = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
    (name) => wanted[name] !== undefined,
  )
  const isCounted = (place: Place) => filters.origin !== null || place.origin !== 'case'
  const report = collecting(
    (place) => isCounted(place) && conditions.every((name) => place[name] === wanted[name]),
  )
  const isSlim =
    !conditions.some((name) => name === 'environmentId' || name === 'appKey') && filters.origin === null
  const buckets = bucketsOf(period, interval)
  await reading(deps, async () => {
    await forgetChanged(deps, workspaceId, period, turn)
    for (const { from, to } of buckets) {
      for (const span of spansOf(from, to, period.zone)) {
        report.add(await blockOf(deps, workspaceId, span, turn, isSlim))
        await turn()
      }
      report.endStep()
    }
  })
  const figures = figuresOf(report.collected, buckets, explain)
  return {
    ...figures,
    operations: figures.operations.map((row) => ({
      ...row,
      title: operationTitle(row.operation),
    })),
  }
}
