import { z } from 'zod'
import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/server/context'
import { answerPrompt } from '@/lib/workspace/world/phones'

const answer = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('pin'), pin: z.string().min(1, 'type the PIN').max(12) }),
  z.object({ answer: z.literal('cancel') }),
  z.object({ answer: z.literal('wrong-pin') }),
  z.object({ answer: z.literal('no-money') }),
  z.object({ answer: z.literal('expire') }),
  z.object({ answer: z.literal('code'), code: z.string().min(1).max(20) }),
])

export const POST = handle(
  async (request: Request, { params }: RouteContext<'/api/v1/sandbox/phones/[msisdn]/prompts/[id]'>) => {
    const actor = await actorOf(request, 'member')
    const { msisdn, id } = await params
    const input = answer.parse(await readJson(request))
    return json({ prompt: answerPrompt(deps(), actor, { msisdn, promptId: id, answer: input }) })
  },
)
