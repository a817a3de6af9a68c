import { field } from '@/lib/systems/gateway/values'
import { organisationOf, tillOf, walletOf } from '@/lib/systems/vodacom/call'
import { newTransactionId } from '@/lib/systems/vodacom/ids'
import type { WireAnswer } from '@/lib/wire/types'
import { move, suspenseOf } from '@/lib/world/ledger'
import type { Transaction } from '@/lib/world/types'
import { refuse, settle } from './answers'
import type { Call } from './call'
import { committed, success } from './codes'
import { unknownShortcode } from './parties'

export const stageOf = ({ extra }: Transaction): string | undefined =>
  typeof extra.stage === 'string' ? extra.stage : undefined

/** Takes the money that was set aside (1), or lets it go (0). */
export const updateReservation = (call: Call): WireAnswer => {
  const { world, market } = call
  const organisation = organisationOf(call)
  if (!organisation) return unknownShortcode(call)
  const receipt = field(call, 'input_TransactionID')
  if (call.trigger !== undefined) {
    const code = call.trigger === success ? committed : call.trigger
    return settle(call, { code, carries: { TransactionID: receipt } })
  }
  const found = world.store.transactionByReceipt(receipt)
  const isOurs = found?.kind === 'c2b-reservation' && found.system === 'openapi'
  if (!isOurs || found.market !== market.id || found.payee !== organisation.shortcode) {
    return refuse(call, 'INS-6', 'No reservation of this organisation has that transaction id.')
  }
  if (found.extra.voucher !== field(call, 'input_VoucherCode')) {
    return refuse(call, 'INS-6', 'The voucher is not that of the reservation.')
  }
  if (stageOf(found) !== 'reserved') {
    return refuse(call, 'INS-6', `The reservation was ${stageOf(found)} before.`)
  }
  const isTaken = field(call, 'input_CustomerMSISDN') === '1'
  const to = isTaken ? tillOf(market.id, found.payee) : walletOf(market.id, found.payer)
  if (move(world, newTransactionId(world), suspenseOf(market.id), to, found.amountCents).kind === 'short') {
    return settle(call, { code: 'INS-1' })
  }
  world.store.putTransaction({
    ...found,
    state: isTaken ? 'completed' : 'cancelled',
    finishedAt: world.now,
    extra: { ...found.extra, stage: isTaken ? 'committed' : 'released' },
  })
  call.keys.push({ kind: 'receipt', value: receipt })
  return settle(call, { code: committed, carries: { TransactionID: receipt } })
}
