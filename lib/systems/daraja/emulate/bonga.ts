import type { Code } from '@/lib/catalogue/types'
import { markets } from '@/lib/msisdn/markets'
import { startPayment } from '@/lib/systems/kenya/c2b'
import { phoneEndings } from '@/lib/systems/kenya/codes'
import { newRequestId } from '@/lib/systems/kenya/ids'
import { answerJson } from '@/lib/systems/kenya/json'
import { stampOf } from '@/lib/world/clock'
import { account, mint } from '@/lib/world/ledger'
import { subscriberOf } from '@/lib/world/phones'
import type { World } from '@/lib/world/types'
import { amountOf, field, type Handler, market, refusal } from './call'

/** Shillings a point: Daraja reference, Lipa na Bonga. */
const rate = 0.2

const header = (
  world: Pick<World, 'ids' | 'now'>,
  message: string,
  customer: string,
  requestRefId = newRequestId(world),
) => ({
  requestRefId,
  responseCode: 200,
  responseMessage: message,
  customerMessage: customer,
  timestamp: `${stampOf(world.now, markets.kenya, 'YYYY-MM-DDTHH:mm:ss.SSS')}000000`,
})

/** unconfirmed: in which member a processing code of the documented table stands; the header's own fits best. */
export const bongaAnswer = (world: Pick<World, 'ids' | 'now'>, { code, success }: Code, words: string) =>
  answerJson(200, {
    header: {
      ...header(world, words, success ? 'Dear customer, your request was processed successfully' : words),
      responseCode: Number(code),
    },
    body: null,
  })

export const calculatePoints: Handler = (call) => {
  const points = Number(field(call, 'points'))
  if (!Number.isFinite(points) || points <= 0) {
    return refusal(call.world, 400, '400.002.02', 'Bad Request - Invalid points')
  }
  return answerJson(200, {
    header: header(call.world, 'Success', 'Request executed successfully.'),
    body: {
      amount: String(Math.round(points * rate * 100) / 100),
      points: String(points),
      rate: String(rate),
    },
  })
}

/** Points become money of the customer, who pays with it like with any other. */
export const redeemPoints: Handler = (call) => {
  const { world } = call
  const organisation = world.store.organisation(market, field(call, 'shortCode'))
  if (!organisation) return refusal(world, 400, '400.002.02', 'Bad Request - Invalid shortCode')
  const amountCents = amountOf(call, 'amount')
  if (amountCents <= 0) {
    return refusal(world, 400, '400.002.02', 'Bad Request - Invalid amount')
  }
  const subscriber = subscriberOf(world, market, field(call, 'msisdn'), phoneEndings)
  const worth = Number(field(call, 'bongaPoints')) * Number(field(call, 'conversionRate'))
  if (Math.round(worth * 100) !== amountCents) {
    call.notes.push('amount is not bongaPoints times conversionRate.')
  }
  mint(world, `bonga-${newRequestId(world)}`, account(market, subscriber.msisdn, 'customer'), amountCents)
  const requestId = newRequestId(world)
  const started = startPayment(world, {
    organisation,
    requestId,
    subscriber,
    amountCents,
    reference: field(call, 'accountNumber'),
    delayMs: world.settings.resultDelayMs,
  })
  if (started.kind === 'refused') call.notes.push(`The payment itself ended with ${started.code}.`)
  return answerJson(200, {
    header: header(
      world,
      'Operation Successfully.',
      'Dear customer, your request was processed successfully',
      requestId,
    ),
    body: null,
  })
}
