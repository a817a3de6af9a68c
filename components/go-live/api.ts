import { fetchJson, ProblemError } from '@/components/live/fetch-json'
import type { CaseState, SheetSummary, SheetView } from '@/lib/workspace/go-live/views'

const base = '/api/v1/go-live/sheets'
const at = (id: string, ...rest: string[]) => [base, ...[id, ...rest].map(encodeURIComponent)].join('/')

export const listSheets = (signal?: AbortSignal) => fetchJson<{ sheets: SheetSummary[] }>(base, { signal })

export const getSheet = (id: string, signal?: AbortSignal) => fetchJson<SheetView>(at(id), { signal })

export const createSheet = (body: { name: string; environment: string; apis: string[] }) =>
  fetchJson<{ id: string }>(base, { method: 'POST', body })

export const changeSheet = (id: string, body: { name?: string; apis?: string[] }) =>
  fetchJson<unknown>(at(id), { method: 'PATCH', body })

export const deleteSheet = (id: string) => fetchJson<unknown>(at(id), { method: 'DELETE' })

export type CaseChange = {
  override?: { state: CaseState; reason: string } | null
  note?: string
  /** A run's id. */
  attach?: string
  detach?: string
}

export const changeCase = (id: string, caseId: string, body: CaseChange) =>
  fetchJson<unknown>(at(id, 'cases', caseId), { method: 'PATCH', body })

/** Without `cases`: all that is missing and can be run. */
export const startJob = (id: string, cases?: string[]) =>
  fetchJson<unknown>(at(id, 'jobs'), { method: 'POST', body: cases ? { cases } : {} })

export type JobAction = 'pause' | 'resume' | 'stop'

export const changeJob = (id: string, jobId: string, action: JobAction) =>
  fetchJson<unknown>(at(id, 'jobs', jobId), { method: 'PATCH', body: { action } })

export const changeChecklist = (id: string, itemId: string, body: { isDone?: boolean; note?: string }) =>
  fetchJson<unknown>(at(id, 'checklist', itemId), { method: 'PATCH', body })

export type ExportFormat = 'xlsx' | 'annex' | 'json'

export const sheetExportUrl = (id: string, format: ExportFormat) => `${at(id, 'export')}?format=${format}`

export const filledTemplateUrl = (id: string) => at(id, 'template', 'filled')

/** The workbook as it is on disk: its name goes in the address. */
export const uploadTemplate = async (id: string, file: File): Promise<void> => {
  const answer = await fetch(`${at(id, 'template')}?name=${encodeURIComponent(file.name)}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    body: file,
  }).catch(() => {
    throw new ProblemError(0, 'Jaribu cannot be reached. Is the server still running?')
  })
  if (answer.ok) return
  const problem = await answer.json().catch(() => ({}))
  throw new ProblemError(
    answer.status,
    typeof problem.detail === 'string' ? problem.detail : `The server answered ${answer.status}.`,
  )
}

export const matchTemplateRow = (id: string, body: { sheet: string; row: number; caseId: string | null }) =>
  fetchJson<unknown>(at(id, 'template'), { method: 'PATCH', body })

export const removeTemplate = (id: string) => fetchJson<unknown>(at(id, 'template'), { method: 'DELETE' })
