import { z } from 'zod'
import { actorOf } from '@/lib/auth/require'
import { download } from '@/lib/http/download'
import { handle } from '@/lib/http/respond'
import { environmentCallReport } from '@/lib/workspace/portal/call-report'
import { callReportFile, reportFormats } from '@/lib/workspace/portal/call-report-files'
import { deps } from '@/lib/workspace/server/context'

const format = z.enum(reportFormats, `must be ${reportFormats.join(', ')}.`)

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  const { format: wanted = 'json', ...query } = Object.fromEntries(new URL(request.url).searchParams)
  const report = environmentCallReport(deps(), actor, query)
  return download(await callReportFile(report, format.parse(wanted), 'call-report'))
})
