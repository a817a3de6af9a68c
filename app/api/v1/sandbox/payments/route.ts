import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/server/context'
import { phonePayment } from '@/lib/workspace/world/input'
import { payFromPhone } from '@/lib/workspace/world/payments'

export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  const { amount, ...input } = phonePayment.parse(await readJson(request))
  const outcome = payFromPhone(deps(), actor, { ...input, amountCents: Math.round(amount * 100) })
  // What M-Pesa says to the customer is an outcome, not an error of this call.
  return json(outcome, outcome.kind === 'started' ? 201 : 200)
})
