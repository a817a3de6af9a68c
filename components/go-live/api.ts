import { apiUrl, callApi } from '@/lib/api/client'
import type { CaseState } from '@/lib/workspace/go-live/views'

export const listSheets = (signal?: AbortSignal) => callApi('GET /go-live/sheets', { signal })

export const getSheet = (id: string, signal?: AbortSignal) =>
  callApi('GET /go-live/sheets/{id}', { path: { id }, signal })

export const createSheet = (body: {
  name: string
  environment: string
  apis: string[]
  requiresSoftware?: boolean
}) => callApi('POST /go-live/sheets', { body })

export const changeSheet = (
  id: string,
  body: { name?: string; apis?: string[]; requiresSoftware?: boolean },
) => callApi('PATCH /go-live/sheets/{id}', { path: { id }, body })

export const deleteSheet = (id: string) => callApi('DELETE /go-live/sheets/{id}', { path: { id } })

export type CaseChange = {
  override?: { state: CaseState; reason: string } | null
  note?: string
  /** A run's id. */
  attach?: string
  detach?: string
}

export const changeCase = (id: string, caseId: string, body: CaseChange) =>
  callApi('PATCH /go-live/sheets/{id}/cases/{caseId}', { path: { id, caseId }, body })

/** Without `cases`: all that is missing and can be run. */
export const startJob = (id: string, cases?: string[]) =>
  callApi('POST /go-live/sheets/{id}/jobs', { path: { id }, body: cases ? { cases } : {} })

export type JobAction = 'pause' | 'resume' | 'stop'

export const changeJob = (id: string, jobId: string, action: JobAction) =>
  callApi('PATCH /go-live/sheets/{id}/jobs/{jobId}', { path: { id, jobId }, body: { action } })

export const startSession = (id: string, body: { case?: string; minutes?: number; goesOn?: boolean }) =>
  callApi('POST /go-live/sheets/{id}/session', { path: { id }, body })

export type SessionAction = 'pause' | 'resume' | 'stop' | 'choose'

export const changeSession = (id: string, action: SessionAction, caseId?: string) =>
  callApi('PATCH /go-live/sheets/{id}/session', {
    path: { id },
    body: { action, ...(caseId !== undefined && { case: caseId }) },
  })

export const changeChecklist = (id: string, itemId: string, body: { isDone?: boolean; note?: string }) =>
  callApi('PATCH /go-live/sheets/{id}/checklist/{itemId}', { path: { id, itemId }, body })

export type ExportFormat = 'xlsx' | 'annex' | 'json'

export const sheetExportUrl = (id: string, format: ExportFormat) =>
  apiUrl('GET /go-live/sheets/{id}/export', { path: { id }, query: { format } })

export const filledTemplateUrl = (id: string) =>
  apiUrl('GET /go-live/sheets/{id}/template/filled', { path: { id } })

/** The workbook as it is on disk: its name goes in the address. */
export const uploadTemplate = (id: string, file: File) =>
  callApi('PUT /go-live/sheets/{id}/template', { path: { id }, query: { name: file.name }, body: file })

export const matchTemplateRow = (id: string, body: { sheet: string; row: number; caseId: string | null }) =>
  callApi('PATCH /go-live/sheets/{id}/template', { path: { id }, body })

export const removeTemplate = (id: string) =>
  callApi('DELETE /go-live/sheets/{id}/template', { path: { id } })
