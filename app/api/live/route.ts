import { answerLive } from '@/lib/api/live'
import { deps } from '@/lib/workspace/server/context'

export const GET = (request: Request): Promise<Response> => answerLive(deps(), request)
