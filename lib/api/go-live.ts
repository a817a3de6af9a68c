import 'server-only'
import { z } from 'zod'
import { download } from '@/lib/http/download'
import { xlsxType } from '@/lib/workbook/write'
import { caseChange, changeCase } from '@/lib/workspace/go-live/change-case'
import {
  changeSheet,
  createSheet,
  deleteSheet,
  newSheet,
  sheetChange,
} from '@/lib/workspace/go-live/change-sheet'
import { changeChecklist, checklistChange, listChecklist } from '@/lib/workspace/go-live/checklist'
import { exportFormat, exportSheet } from '@/lib/workspace/go-live/export-sheet'
import { getSheet } from '@/lib/workspace/go-live/get-sheet'
import { changeJob, jobAction, newJob, startJob, waitForJob } from '@/lib/workspace/go-live/jobs'
import { listSheets } from '@/lib/workspace/go-live/list-sheets'
import { changeSession, newSession, sessionAction, startSession } from '@/lib/workspace/go-live/sessions'
import {
  fillTemplate,
  largestTemplate,
  matchTemplateRow,
  readTemplate,
  removeTemplate,
  templateMatch,
  uploadTemplate,
} from '@/lib/workspace/go-live/template'
import {
  caseView,
  checklistItemView,
  jobView,
  sessionView,
  sheetSummary,
  sheetView,
  templateView,
} from '@/lib/workspace/go-live/views'
import { waitSeconds } from '@/lib/workspace/runs/wait-for-run'
import { untilStop } from '@/lib/workspace/server/stop'
import { endpoint, file, nothing } from './endpoint'

const sheet = { id: 'Id of a Go-Live sheet.' }
const job = { ...sheet, jobId: 'Id of a job.' }

export const goLive = [
  endpoint('GET /go-live/sheets', {
    about: 'Go-Live sheets with their counts, newest first.',
    role: 'viewer',
    answer: z.object({ sheets: z.array(sheetSummary) }),
    run: async ({ deps, actor }) => ({ sheets: await listSheets(deps, actor) }),
  }),
  endpoint('POST /go-live/sheets', {
    about: 'Make a sheet of an environment; runs that were recorded there before fill it too.',
    role: 'member',
    body: newSheet,
    answer: sheetSummary,
    status: 201,
    location: ({ id }) => `/go-live/sheets/${id}`,
    refusals: ['limit'],
    run: ({ deps, actor, body }) => createSheet(deps, actor, body),
  }),
  endpoint('GET /go-live/sheets/{id}', {
    about: 'A sheet with every case, its evidence and what is missing.',
    role: 'viewer',
    path: sheet,
    answer: sheetView,
    run: ({ deps, actor, path }) => getSheet(deps, actor, path.id),
  }),
  endpoint('PATCH /go-live/sheets/{id}', {
    about: 'Rename a sheet, choose other groups of cases, or require your own software.',
    role: 'member',
    path: sheet,
    body: sheetChange,
    answer: sheetSummary,
    run: ({ deps, actor, path, body }) => changeSheet(deps, actor, path.id, body),
  }),
  endpoint('POST /go-live/sheets/{id}/session', {
    about: 'Wait for your own software to do a case; it starts by itself on the first call that fits.',
    role: 'member',
    path: sheet,
    body: newSession,
    answer: sessionView,
    refusals: ['conflict', 'precondition'],
    run: ({ deps, actor, path, body }) => startSession(deps, actor, path.id, body),
  }),
  endpoint('PATCH /go-live/sheets/{id}/session', {
    about: 'Pause, resume or stop a session, or have it wait for another case.',
    role: 'member',
    path: sheet,
    body: sessionAction,
    answer: sessionView,
    refusals: ['conflict', 'precondition'],
    run: ({ deps, actor, path, body }) => changeSession(deps, actor, path.id, body),
  }),
  endpoint('DELETE /go-live/sheets/{id}', {
    about: 'Delete a sheet with its marks and notes; the runs stay.',
    role: 'member',
    path: sheet,
    answer: nothing,
    run: ({ deps, actor, path }) => deleteSheet(deps, actor, path.id),
  }),
  endpoint('PATCH /go-live/sheets/{id}/cases/{caseId}', {
    about: 'Decide a case with a reason or, with null, undo that; note something; attach or detach a run.',
    role: 'member',
    path: { ...sheet, caseId: 'Id of a case, such as daraja-b2c-r09.' },
    body: caseChange,
    answer: caseView,
    run: ({ deps, actor, path, body }) => changeCase(deps, actor, path.id, path.caseId, body),
  }),
  endpoint('GET /go-live/sheets/{id}/export', {
    about:
      'The sheet as a file: the provider’s workbook; the evidence annex, people masked; or all of it as JSON (format jaribu.go-live-sheet, version 1).',
    role: 'viewer',
    path: sheet,
    query: z.object({ format: exportFormat.default('xlsx') }),
    answer: file([xlsxType, 'application/json']),
    run: async ({ deps, actor, path, query }) =>
      download(await exportSheet(deps, actor, path.id, query.format)),
  }),
  endpoint('GET /go-live/sheets/{id}/template', {
    about: 'The uploaded workbook: its rows and the cases they were matched to.',
    role: 'viewer',
    path: sheet,
    answer: templateView,
    run: ({ deps, actor, path }) => readTemplate(deps, actor, path.id),
  }),
  endpoint('PUT /go-live/sheets/{id}/template', {
    about:
      'Upload an .xlsx of your own, 5 MB at most, without macros: the body is the file. Its rows are matched by wording.',
    role: 'member',
    path: sheet,
    query: z.object({ name: z.string().default('workbook.xlsx').describe('Name of the file.') }),
    body: {
      kind: 'bytes',
      contentType: xlsxType,
      mostBytes: largestTemplate,
      tooLong: { field: 'file', message: 'The workbook is larger than 5 MB.' },
    },
    answer: templateView,
    run: ({ deps, actor, path, query, body }) =>
      uploadTemplate(deps, actor, path.id, { name: query.name, bytes: body }),
  }),
  endpoint('PATCH /go-live/sheets/{id}/template', {
    about: 'Say which case a row of it is, or with null that it is none.',
    role: 'member',
    path: sheet,
    body: templateMatch,
    answer: templateView,
    run: ({ deps, actor, path, body }) => matchTemplateRow(deps, actor, path.id, body),
  }),
  endpoint('DELETE /go-live/sheets/{id}/template', {
    about: 'Remove the uploaded workbook.',
    role: 'member',
    path: sheet,
    answer: nothing,
    run: ({ deps, actor, path }) => removeTemplate(deps, actor, path.id),
  }),
  endpoint('GET /go-live/sheets/{id}/template/filled', {
    about: 'The uploaded workbook with its Actual Results written, everything else as it came.',
    role: 'viewer',
    path: sheet,
    answer: file([xlsxType]),
    refusals: ['invalid'],
    run: async ({ deps, actor, path }) => {
      const { name, bytes } = await fillTemplate(deps, actor, path.id)
      return download({ name, contentType: xlsxType, body: bytes })
    },
  }),
  endpoint('GET /go-live/sheets/{id}/checklist', {
    about: 'What the portal wants beside the cases, with what Jaribu found itself.',
    role: 'viewer',
    path: sheet,
    answer: z.object({ items: z.array(checklistItemView) }),
    run: async ({ deps, actor, path }) => ({ items: await listChecklist(deps, actor, path.id) }),
  }),
  endpoint('PATCH /go-live/sheets/{id}/checklist/{itemId}', {
    about: 'Tick a thing of the checklist, or note something; notes on names and numbers are checked.',
    role: 'member',
    path: { ...sheet, itemId: 'Id of a thing of the checklist.' },
    body: checklistChange,
    answer: checklistItemView,
    run: ({ deps, actor, path, body }) => changeChecklist(deps, actor, path.id, path.itemId, body),
  }),
  endpoint('POST /go-live/sheets/{id}/jobs', {
    about: 'Run cases, or all that are missing, one after the other; never against production.',
    role: 'member',
    path: sheet,
    body: newJob,
    answer: jobView,
    status: 201,
    location: ({ id }, path) => `/go-live/sheets/${path.id}/jobs/${id}`,
    refusals: ['conflict', 'precondition'],
    run: ({ deps, actor, path, body }) => startJob(deps, actor, path.id, body),
  }),
  endpoint('GET /go-live/sheets/{id}/jobs/{jobId}', {
    about: 'A job with its log; waits until it no longer runs.',
    role: 'viewer',
    path: job,
    query: z.object({ wait: waitSeconds }),
    answer: jobView,
    run: ({ deps, actor, path: { id: sheetId, jobId }, query, request }) =>
      waitForJob(deps, actor, { sheetId, jobId, seconds: query.wait }, untilStop(request)),
  }),
  endpoint('PATCH /go-live/sheets/{id}/jobs/{jobId}', {
    about: 'Pause, resume or stop a job.',
    role: 'member',
    path: job,
    body: jobAction,
    answer: jobView,
    refusals: ['conflict'],
    run: ({ deps, actor, path, body }) => changeJob(deps, actor, path.id, path.jobId, body),
  }),
] as const
