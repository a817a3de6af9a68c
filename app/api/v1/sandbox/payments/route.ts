import { z } from 'zod'
import { actorOf } from '@/lib/auth/require'
import { handle, json, readJson } from '@/lib/http/respond'
import { deps } from '@/lib/workspace/server/context'
import { payFromPhone } from '@/lib/workspace/world/payments'

/** Whole units of the phone's currency, as people type them. */
const payment = z.object({
  msisdn: z.string().regex(/^\d{9,15}$/, 'digits only, with the country code'),
  shortcode: z.coerce.string().regex(/^\d{5,7}$/, 'five to seven digits'),
  reference: z.string().trim().max(20).default(''),
  amount: z.coerce
    .number()
    .positive('more than nothing')
    .max(10_000_000)
    .refine((value) => Number.isInteger(Math.round(value * 1e6) / 1e4), 'at most two decimals'),
  pin: z.coerce.string().min(1, 'type the PIN').max(12),
})

export const POST = handle(async (request: Request) => {
  const actor = await actorOf(request, 'member')
  const { amount, ...input } = payment.parse(await readJson(request))
  const outcome = payFromPhone(deps(), actor, { ...input, amountCents: Math.round(amount * 100) })
  // What M-Pesa says to the customer is an outcome, not an error of this call.
  return json(outcome, outcome.kind === 'started' ? 201 : 200)
})
