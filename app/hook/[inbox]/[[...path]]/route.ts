import { answerMachine } from '@/lib/door/route-handler'
import { deps } from '@/lib/workspace/server/context'

const answer = (request: Request): Promise<Response> => answerMachine(deps(), request)

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
}
