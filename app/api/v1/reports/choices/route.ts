import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { reportChoices } from '@/lib/workspace/reports/report-choices'

export const GET = handle(async (request: Request) => json(reportChoices(deps(), await actorOf(request))))
