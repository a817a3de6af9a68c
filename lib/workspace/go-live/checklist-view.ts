import 'server-only'
import { findEnvironmentRow } from '@/db/queries/environments'
import { recentCallbackUrls, ticksOf } from '@/db/queries/go-live-checklist'
import { type ChecklistFacts, type Found, runCheck } from '@/lib/derive/checklist'
import { marketOf } from '@/lib/msisdn/markets'
import { findOperation, systemOf } from '@/lib/systems'
import type { Deps } from '../deps'
import { environmentView } from '../environments/environment-view'
import type { CaseView, ChecklistItemView } from './views'

export type ChecklistSheet = { id: string; workspaceId: string; system: string; environmentId: string }
type Case = Pick<CaseView, 'api' | 'apiTitle' | 'kind' | 'state'>

/** What a portal wants beside its cases, with ticks, notes, and what Jaribu can tell itself. */
export const checklistView = (
  deps: Deps,
  sheet: ChecklistSheet,
  cases: readonly Case[],
): ChecklistItemView[] => {
  const system = systemOf(sheet.system)
  const ticks = new Map(ticksOf(deps.db, sheet.id).map((tick) => [tick.itemId, tick]))
  const facts = factsOf(deps, sheet, cases)
  return system.goLive.checklist.map((item): ChecklistItemView => {
    const tick = ticks.get(item.id)
    const note = tick?.note ?? ''
    const found: Found | null =
      item.check && facts ? runCheck(item.check, { ...facts, note }, system.checks) : null
    return {
      id: item.id,
      section: item.section,
      title: item.title,
      todo: item.todo,
      where: item.where,
      href: item.href ?? null,
      journey: item.journey ?? null,
      confirmed: item.confirmed,
      source: item.source,
      isDone: tick?.isDone ?? false,
      note,
      by: tick?.by ?? null,
      at: tick?.at ?? null,
      found,
    }
  })
}

/** Nothing can be told once the environment is gone. */
const factsOf = (
  deps: Deps,
  { workspaceId, system: systemId, environmentId }: ChecklistSheet,
  cases: readonly Case[],
): ChecklistFacts | undefined => {
  const row = findEnvironmentRow(deps.db, workspaceId, environmentId)
  if (!row) return undefined
  const system = systemOf(systemId)
  const view = environmentView(deps, { role: 'viewer' }, row)
  const { certificate, tls } = view
  const problems = system.checkUrl
  return {
    kind: row.kind,
    market: marketOf(row.market),
    baseUrl: view.resolvedBaseUrl,
    settings: row.settings,
    published: publishedOf(systemId),
    callbackUrls: callbackUrls(deps, environmentId, view.inboxUrl),
    urlProblems: (url) => (problems ? problems(url, 'production') : httpsProblems(url)),
    certificate: certificate && { isOwn: certificate.source === 'uploaded', validTo: certificate.validTo },
    hasClientCertificate: tls.client.length > 0,
    hasOwnAuthority: tls.ca.length > 0,
    apis: apisOf(cases),
    now: deps.clock(),
    note: '',
  }
}

/** Where a system states no rules of its own: whoever calls it from outside needs a public https address. */
const httpsProblems = (url: string): { message: string }[] => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed) return [{ message: 'It is no URL.' }]
  if (parsed.protocol !== 'https:') return [{ message: 'It is not https.' }]
  return /^(localhost|127\.|\[::1\])/.test(parsed.hostname) ? [{ message: 'It is your own machine.' }] : []
}

const publishedOf = (systemId: string): Record<string, string[]> => {
  const published: Record<string, string[]> = {}
  for (const { credentials } of systemOf(systemId).presets) {
    for (const [name, value] of Object.entries(credentials))
      published[name] = [...(published[name] ?? []), value]
  }
  return published
}

const apisOf = (cases: readonly Case[]): ChecklistFacts['apis'] => {
  const titles = new Map(cases.map(({ api, apiTitle }) => [api, apiTitle]))
  const ended = (api: string, kind: Case['kind']) =>
    cases.filter((one) => one.api === api && one.kind === kind && one.state === 'success').length
  return [...titles].map(([id, title]) => ({
    id,
    title,
    successes: ended(id, 'success'),
    refusals: ended(id, 'negative'),
  }))
}

/** The inbox, and what runs that were not refused handed out beside it. */
const callbackUrls = (deps: Deps, environmentId: string, inboxUrl: string): string[] => {
  const typed = recentCallbackUrls(deps.db, environmentId).flatMap(({ operation, values }) =>
    (findOperation(operation)?.fields ?? [])
      .filter(({ kind }) => kind === 'url')
      .map(({ name }) => values[name])
      .filter((value): value is string => typeof value === 'string' && value !== '')
      .filter((value) => !value.startsWith(inboxUrl)),
  )
  return [...new Set([inboxUrl, ...typed])]
}
