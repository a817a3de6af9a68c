import { answerApi } from '@/lib/api/endpoints'
import { deps } from '@/lib/workspace/server/context'

/** The whole API: what there is and what it answers stands in `lib/api`. */
const answer = (request: Request): Promise<Response> => answerApi(deps(), request)

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
}
