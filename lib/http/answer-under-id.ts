import 'server-only'
import { log } from '@/lib/log'
import { withRequestId } from '@/lib/log/request-id'
import { respondTo } from './respond'

/** Answers under the request's id; what is thrown becomes problem+json. */
export const answerUnderId = (
  request: Request,
  answer: () => Response | Promise<Response>,
): Promise<Response> =>
  withRequestId(request.headers.get('x-request-id'), async () => {
    const given = await answerOrProblem(answer)
    const path = new URL(request.url).pathname
    log().debug({ method: request.method, path, status: given.status }, 'Answered')
    return given
  })

const answerOrProblem = async (answer: () => Response | Promise<Response>): Promise<Response> => {
  try {
    return await answer()
  } catch (thrown) {
    return respondTo(thrown)
  }
}
