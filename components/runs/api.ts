import { type ApiCall, apiUrl, callApi, isProblem } from '@/lib/api/client'
import type { Json } from '@/lib/catalogue/types'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { OriginChoice } from '@/lib/wire/origins'
import type { Verdict, VerdictGroup } from '@/lib/wire/verdicts'

export type RunRequest = {
  /** Made by the browser, so that the screen knows the run before its answer. */
  id?: string
  operation: string
  environment: string
  values: Record<string, Json>
  sendAnyway?: boolean
  /** The environment's name, typed by a person, where production moves money. */
  confirm?: string
}

export const sendRun = (request: RunRequest, signal?: AbortSignal) =>
  callApi('POST /runs', { body: request, signal })

export const getRun = (id: string, signal?: AbortSignal) =>
  callApi('GET /runs/{id}', { path: { id }, signal })

export const deleteRun = (id: string) =>
  callApi('DELETE /runs/{id}', { path: { id } }).catch((thrown: unknown) => {
    // Gone already is what was wished for.
    if (!isProblem(thrown) || thrown.status !== 404) throw thrown
  })

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
  origin?: OriginChoice
  /** Epoch milliseconds. */
  from?: number
  to?: number
}

export const listRuns = (filters: RunFilters & { before?: string; limit?: number }, signal?: AbortSignal) =>
  callApi('GET /runs', { query: filters, signal })

export const exportUrl = (id: string, format: 'json' | 'har') =>
  apiUrl('GET /runs/{id}/export', { path: { id }, query: { format } })

export const exportAllUrl = (filters: RunFilters, format: 'json' | 'har') =>
  apiUrl('GET /runs/export', { query: { ...filters, format } })

export const getCallback = (id: number, signal?: AbortSignal) =>
  callApi('GET /callbacks/{id}', { path: { id }, signal })

export type PlanRequest = {
  operation: string
  environment: string
  values: Record<string, Json>
}

export const planRun = (request: PlanRequest, signal?: AbortSignal) =>
  callApi('POST /plan', { body: request, signal })

export type SnippetLanguage = NonNullable<ApiCall<'POST /snippet'>['body']>['language']

export const snippetOf = (
  request: PlanRequest & { language: SnippetLanguage; secrets: 'masked' | 'real' },
  signal?: AbortSignal,
) => callApi('POST /snippet', { body: request, signal })
