import { fetchJson, ProblemError } from '@/components/live/fetch-json'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { Verdict, VerdictGroup } from '@/lib/wire/verdicts'
import type { CallbackDetail, PlanView, RunDetail, RunSummary } from '@/lib/workspace/views'

const ask = <T>(method: string, url: string, body?: unknown, signal?: AbortSignal) =>
  fetchJson<T>(url, { method, body, signal })

export type RunRequest = {
  /** Made by the browser, so that the screen knows the run before its answer. */
  id?: string
  operation: string
  environment: string
  values: Record<string, unknown>
  sendAnyway?: boolean
  /** The environment's name, typed by a person, where production moves money. */
  confirm?: string
}

export const sendRun = (request: RunRequest, signal?: AbortSignal) =>
  ask<RunDetail>('POST', '/api/v1/runs', request, signal)

export const getRun = (id: string, signal?: AbortSignal) =>
  ask<RunDetail>('GET', `/api/v1/runs/${encodeURIComponent(id)}`, undefined, signal)

export const deleteRun = async (id: string) => {
  const answer = await fetch(`/api/v1/runs/${encodeURIComponent(id)}`, { method: 'DELETE' })
  // Gone already is what was wished for.
  if (!answer.ok && answer.status !== 404) {
    const problem = await answer.json().catch(() => ({}))
    throw new ProblemError(
      answer.status,
      typeof problem.detail === 'string' ? problem.detail : `The server answered ${answer.status}.`,
    )
  }
}

export type RunFilters = {
  q?: string
  operation?: string
  environment?: string
  verdict?: Verdict | ''
  outcome?: VerdictGroup
  /** `-` for none. */
  code?: string
  kind?: EnvironmentKind
  system?: string
  appKey?: string
  /** Epoch milliseconds. */
  from?: number
  to?: number
}

export const runQuery = (filters: RunFilters & { before?: string; limit?: number }): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  const text = query.toString()
  return text ? `?${text}` : ''
}

export type RunPage = { runs: RunSummary[]; cursor: string | null }

export const listRuns = (filters: RunFilters & { before?: string; limit?: number }, signal?: AbortSignal) =>
  ask<RunPage>('GET', `/api/v1/runs${runQuery(filters)}`, undefined, signal)

export const exportUrl = (id: string, format: 'json' | 'har') =>
  `/api/v1/runs/${encodeURIComponent(id)}/export?format=${format}`

export const exportAllUrl = (filters: RunFilters, format: 'json' | 'har') => {
  const query = runQuery(filters)
  return `/api/v1/runs/export${query}${query ? '&' : '?'}format=${format}`
}

export const getCallback = (id: number, signal?: AbortSignal) =>
  ask<CallbackDetail>('GET', `/api/v1/callbacks/${id}`, undefined, signal)

export type PlanRequest = {
  operation: string
  environment: string
  values: Record<string, unknown>
}

export const planRun = (request: PlanRequest, signal?: AbortSignal) =>
  ask<PlanView>('POST', '/api/v1/plan', request, signal)

export const snippetOf = (
  request: PlanRequest & { language: string; secrets: 'masked' | 'real' },
  signal?: AbortSignal,
) => ask<{ code: string }>('POST', '/api/v1/snippet', request, signal)
