import { z } from 'zod'
import { actorOf } from '@/lib/auth/require'
import { download } from '@/lib/http/download'
import { handle, json } from '@/lib/http/respond'
import { maskFor } from '@/lib/workspace/mask'
import { callReportFile, reportFormats } from '@/lib/workspace/portal/call-report-files'
import { reportMozambique } from '@/lib/workspace/portal/mozambique-account'
import { mozambiqueReport, mozambiqueReportFingerprint } from '@/lib/workspace/portal/mozambique-report'
import { deps } from '@/lib/workspace/server/context'

const format = z.enum(reportFormats, `must be ${reportFormats.join(', ')}.`)
const period = z.object({
  key: mozambiqueReportFingerprint,
  from: z.coerce.number().int().min(0).optional(),
  to: z.coerce.number().int().min(0).optional(),
})

/** Without `format`: the transactions as the screen lists them. With it: the report as a file. */
export const GET = handle(async (request: Request) => {
  const actor = await actorOf(request)
  const { format: wanted, ...query } = Object.fromEntries(new URL(request.url).searchParams)
  if (wanted) {
    const report = mozambiqueReport(deps(), actor, query)
    return download(await callReportFile(report, format.parse(wanted), 'mozambique-report'))
  }
  const transactions = reportMozambique(deps(), actor, period.parse({ ...query, key: query.key ?? '' }))
  return json({ transactions: maskFor(actor.role, transactions) })
})
