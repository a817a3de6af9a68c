import { json } from '@/lib/http/respond'
import { checkHealth } from '@/lib/workspace/server/check-health'
import { deps } from '@/lib/workspace/server/context'

export const GET = (): Response => json(checkHealth(deps()))
export const dynamic = 'force-dynamic'
