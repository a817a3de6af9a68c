import { actorOf } from '@/lib/auth/require'
import { handle, json } from '@/lib/http/respond'
import { reportChoices } from '@/lib/workspace/reports/report-choices'
import { deps } from '@/lib/workspace/server/context'

export const GET = handle(async (request: Request) => json(reportChoices(deps(), await actorOf(request))))
