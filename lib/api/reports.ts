import 'server-only'
import { download } from '@/lib/http/download'
import { xlsxType } from '@/lib/workbook/write'
import { callReportInput, environmentCallReport } from '@/lib/workspace/portal/call-report'
import { callReportFile } from '@/lib/workspace/portal/call-report-files'
import { checkRollups, rollupProgress as progressOf, recompute } from '@/lib/workspace/reports/check-rollups'
import { exportReport, reportExport } from '@/lib/workspace/reports/export-report'
import { getReport } from '@/lib/workspace/reports/get-report'
import { reportChoices as choicesOf } from '@/lib/workspace/reports/report-choices'
import { reportInput } from '@/lib/workspace/reports/report-input'
import { reportChoices, reportView, rollupCheck, rollupProgress } from '@/lib/workspace/reports/views'
import { endpoint, file } from './endpoint'

const csvType = 'text/csv; charset=utf-8'

export const reports = [
  endpoint('GET /reports', {
    about: 'Volume, success, reasons, amounts in cents and times of a period, over time and by operation.',
    role: 'viewer',
    query: reportInput,
    answer: reportView,
    run: ({ deps, actor, query }) => getReport(deps, actor, query),
  }),
  endpoint('GET /reports/calls', {
    about:
      'The calls of an environment as a file, each with reference, amount, number, response code and success.',
    role: 'viewer',
    query: callReportInput,
    answer: file(['application/json', csvType, xlsxType]),
    refusals: ['not-found'],
    run: async ({ deps, actor, query: { format, ...asked } }) =>
      download(await callReportFile(environmentCallReport(deps, actor, asked), format, 'call-report')),
  }),
  endpoint('GET /reports/export', {
    about: 'The same report as a file.',
    role: 'viewer',
    query: reportExport,
    answer: file([csvType, xlsxType]),
    run: async ({ deps, actor, query }) => download(await exportReport(deps, actor, query)),
  }),
  endpoint('GET /reports/choices', {
    about: 'What a report can be narrowed to: environments, keys, operations, time zones.',
    role: 'viewer',
    answer: reportChoices,
    run: ({ deps, actor }) => choicesOf(deps, actor),
  }),
  endpoint('GET /reports/check', {
    about: 'Adds all runs up again and counts where the sums behind reports differ.',
    role: 'member',
    answer: rollupCheck,
    refusals: ['conflict'],
    run: ({ deps, actor }) => checkRollups(deps, actor),
  }),
  endpoint('POST /reports/recompute', {
    about: 'Compute the sums behind reports again.',
    role: 'owner',
    answer: rollupCheck,
    refusals: ['conflict'],
    run: ({ deps, actor }) => recompute(deps, actor),
  }),
  endpoint('GET /reports/progress', {
    about: 'How far a check or a new computation of the sums behind reports is.',
    role: 'member',
    answer: rollupProgress,
    run: ({ deps, actor }) => progressOf(deps, actor),
  }),
] as const
