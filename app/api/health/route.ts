import { json } from '@/lib/http/respond'
import { checkHealth } from '@/lib/workspace/server/check-health'

export const GET = (): Response => json(checkHealth())
export const dynamic = 'force-dynamic'
