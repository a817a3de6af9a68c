import { darajaCodes } from '@/lib/catalogue/daraja'
import { newConversationId, newReceipt, newTransactionId } from '@/lib/systems/kenya/ids'
import { answerJson, oweJson } from '@/lib/systems/kenya/json'
import { account, move } from '@/lib/world/ledger'
import type { Transaction } from '@/lib/world/types'
import { wordsOf } from '../codes'
import { amountOf, type Call, field, type Handler, market } from './call'

/** Codes with which a paying till can end a checkout, by its last four digits. */
const endings = new Set([
  '1',
  ...darajaCodes.flatMap(({ code, operations, success }) =>
    code?.length === 4 && !success && operations.includes('daraja.b2b-express-checkout') ? [code] : [],
  ),
])

/** What the merchant behind the paying till does; a till that ends in a known code ends with it. */
const settle = (call: Call, transaction: Transaction): string => {
  const { store } = call.world
  const ending = String(Number(transaction.payer.slice(-4)))
  if (endings.has(ending)) return ending
  const payer = store.organisation(market, transaction.payer)
  const receiver = store.organisation(market, transaction.payee)
  if (!payer) return '4104'
  if (!receiver) return '4102'
  const from = account(market, payer.shortcode, payer.kind === 'till' ? 'merchant' : 'working')
  const to = account(market, receiver.shortcode, receiver.kind === 'till' ? 'merchant' : 'utility')
  return move(call.world, transaction.id, from, to, transaction.amountCents).kind === 'short' ? '1' : '0'
}

/** A prompt to the merchant who owns the paying till; the nominated number says yes by itself here. */
export const checkoutByUssd: Handler = (call) => {
  const { world } = call
  const requestId = field(call, 'RequestRefID')
  const transaction: Transaction = {
    id: newTransactionId(world),
    system: 'daraja',
    market,
    kind: 'express',
    state: 'pending',
    amountCents: amountOf(call, 'amount'),
    payer: field(call, 'primaryShortCode'),
    payee: field(call, 'receiverShortCode'),
    reference: field(call, 'paymentRef'),
    conversationId: newConversationId(world),
    createdAt: world.now,
    extra: { requestId },
  }
  const code = call.ending?.code ?? (transaction.amountCents > 0 ? settle(call, transaction) : '4001')
  const receipt = code === '0' ? newReceipt(world) : undefined
  world.store.putTransaction({
    ...transaction,
    receipt,
    state: code === '0' ? 'completed' : code === '4001' ? 'cancelled' : 'failed',
    code,
    finishedAt: world.now,
  })
  const amount = (transaction.amountCents / 100).toFixed(1)
  const words = wordsOf(code, { operation: call.operation.id, place: 'result' })
  oweJson(world, {
    operation: call.operation.id,
    kind: 'b2b-express-result',
    url: field(call, 'callbackUrl'),
    dueAt: world.now + world.settings.resultDelayMs,
    body:
      code === '0'
        ? {
            resultCode: '0',
            resultDesc: words,
            amount,
            requestId,
            resultType: '0',
            conversationID: transaction.conversationId ?? '',
            transactionId: receipt ?? '',
            status: 'SUCCESS',
          }
        : {
            resultCode: code,
            resultDesc: words,
            requestId,
            amount,
            paymentReference: transaction.reference ?? '',
          },
    keys: [{ kind: 'third-party-reference', value: requestId }],
  })
  call.keys.push({ kind: 'third-party-reference', value: requestId })
  return answerJson(200, { code: '0', status: 'USSD Initiated Successfully' })
}
