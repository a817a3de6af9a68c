import { z } from 'zod'
import { actorOf } from '@/lib/auth/require'
import { download } from '@/lib/http/download'
import { handle } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { environmentCallReport } from '@/lib/workspace/packages/call-report'
import { callReportFile, reportFormats } from '@/lib/workspace/packages/call-report-files'

const format = z.enum(reportFormats, `must be ${reportFormats.join(', ')}.`)

export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  const { format: wanted = 'json', ...query } = Object.fromEntries(new URL(request.url).searchParams)
  const report = environmentCallReport(deps(), actor, query)
  return download(await callReportFile(report, format.parse(wanted), 'call-report'))
})
