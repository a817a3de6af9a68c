import { z } from 'zod'
import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/context'
import { reviewApplication, reviewInput, submitApplication } from '@/lib/workspace/openapi-applications'

type Context = RouteContext<'/api/v1/sandbox/openapi/applications/[id]/review'>

/** `send` and `withdraw` are the developer's, `accept` and `reject` the organisation's. */
const step = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('send') }),
  z.strictObject({ decision: z.literal('withdraw') }),
  ...reviewInput.options,
])

export const POST = handle(async (request: Request, { params }: Context) => {
  const actor = await actorOf(request, 'member')
  const { id } = await params
  const input = step.parse(await readJson(request))
  const application =
    input.decision === 'accept' || input.decision === 'reject'
      ? reviewApplication(deps(), actor, id, input)
      : submitApplication(deps(), actor, id, { isWithdrawn: input.decision === 'withdraw' })
  return json({ application })
})
