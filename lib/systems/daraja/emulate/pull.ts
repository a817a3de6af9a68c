import { markets } from '@/lib/msisdn/markets'
import { newRequestId } from '@/lib/systems/kenya/ids'
import { answerJson } from '@/lib/systems/kenya/json'
import { momentOf } from '@/lib/world/clock'
import { field, type Handler, market, refusal } from './call'

export const registerPull: Handler = (call) => {
  const { world } = call
  const shortcode = field(call, 'ShortCode')
  if (!world.store.organisation(market, shortcode)) return refusal(world, 400, '400.001', 'Invalid ShortCode')
  const isKnown = world.store.record('pull', shortcode) !== undefined
  if (!isKnown) {
    world.store.putRecord({
      collection: 'pull',
      key: shortcode,
      value: { callbackUrl: field(call, 'CallBackURL'), nominated: field(call, 'NominatedNumber') },
      updatedAt: world.now,
    })
  }
  return answerJson(200, {
    ResponseRefID: newRequestId(world),
    ResponseStatus: isKnown ? '1001' : '1000',
    ShortCode: shortcode,
    ResponseDescription: isKnown ? 'ShortCode already Registered' : 'Shortcode Registered Successfully',
  })
}

const window = 48 * 3_600_000
const pageSize = 1000

/** `2026-11-20 09:15:00`, with or without its separators, as Nairobi time. */
const readMoment = (text: string): number | undefined => {
  const digits = text.replace(/\D/g, '')
  return momentOf(digits.padEnd(14, '0').slice(0, 14), markets.kenya)
}

export const queryPull: Handler = (call) => {
  const { world } = call
  const shortcode = field(call, 'ShortCode')
  const organisation = world.store.organisation(market, shortcode)
  if (!organisation) return refusal(world, 400, '400.001', 'Invalid ShortCode')
  if (!world.store.record('pull', shortcode)) {
    if (call.isStrict) return refusal(world, 400, '400.001', 'Invalid ShortCode')
    call.notes.push('The shortcode was not registered for Pull Transactions; answered all the same.')
  }
  const from = readMoment(field(call, 'StartDate'))
  const to = readMoment(field(call, 'EndDate'))
  if (from === undefined) return refusal(world, 400, '400.002.02', 'Bad Request - Invalid StartDate')
  if (to === undefined) return refusal(world, 400, '400.002.02', 'Bad Request - Invalid EndDate')
  const offset = Math.max(0, Math.floor(Number(field(call, 'OffSetValue')) || 0))
  const rows = world.store
    .transactionsBetween(Math.max(from, world.now - window), to, shortcode)
    .filter(
      (transaction) =>
        transaction.payee === shortcode &&
        transaction.state === 'completed' &&
        ['c2b', 'stk'].includes(transaction.kind),
    )
    .slice(offset, offset + pageSize)
  if (rows.length === 0) {
    return answerJson(200, {
      RequestID: newRequestId(world),
      ResponseCode: '1001',
      ResponseMessage: 'No records found or Organization Name not available',
    })
  }
  return answerJson(200, {
    ResponseRefID: newRequestId(world),
    ResponseCode: '1000',
    ResponseMessage: 'Success',
    Response: [
      rows.map((transaction) => ({
        transactionId: transaction.receipt ?? '',
        trxDate: new Date(transaction.finishedAt ?? transaction.createdAt)
          .toISOString()
          .replace(/\.\d+Z$/, 'Z'),
        msisdn: transaction.payer,
        sender: 'MPESA',
        transactiontype: organisation.kind === 'till' ? 'c2b-buy-goods-debit' : 'c2b-pay-bill-debit',
        billreference: transaction.reference ?? '',
        amount: (transaction.amountCents / 100).toFixed(1),
        organizationname: organisation.name,
      })),
    ],
  })
}
