import 'server-only'
import { log } from '@/lib/log'
import { withRequestId } from '@/lib/log/request-id'
import { respondTo } from './respond'

/** Answers under the request's id; what is thrown becomes problem+json, unless `passOn` throws it on. */
export const answerUnderId = (
  request: Request | undefined,
  answer: () => Response | Promise<Response>,
  passOn: (thrown: unknown) => void = () => {},
): Promise<Response> =>
  withRequestId(request?.headers.get('x-request-id'), async () => {
    const given = await answerOrProblem(answer, passOn)
    if (request) {
      const path = new URL(request.url).pathname
      log().debug({ method: request.method, path, status: given.status }, 'Answered')
    }
    return given
  })

const answerOrProblem = async (
  answer: () => Response | Promise<Response>,
  passOn: (thrown: unknown) => void,
): Promise<Response> => {
  try {
    return await answer()
  } catch (thrown) {
    passOn(thrown)
    return respondTo(thrown)
  }
}
