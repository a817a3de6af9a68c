import { field } from '@/lib/systems/gateway/values'
import type { CorrelationKey } from '@/lib/wire/types'
import { move, suspenseOf } from '@/lib/world/ledger'
import { endingOf } from '@/lib/world/phones'
import { isBusy, openPrompt, type PromptRules } from '@/lib/world/prompts'
import type { AccountRef, Transaction, World } from '@/lib/world/types'
import { sandboxCustomer } from '../presets'
import { answerOf, endingOfTransaction, exchangeOfTransaction, oweEnd, settle, takenIn } from './answers'
import { amountOf, type Call, type Handled, type Handler, organisationOf, tillOf, walletOf } from './call'
import { cancelled, isSuccess, phoneCodes, phoneEndings, success } from './codes'
import { newReceipt, newTransactionId, newVoucher } from './ids'
import { customerOf, noCustomer, unknownShortcode } from './parties'

export const keysOf = (transaction: Transaction): CorrelationKey[] => [
  ...(transaction.conversationId
    ? [{ kind: 'conversation-id' as const, value: transaction.conversationId }]
    : []),
  ...(transaction.originatorConversationId
    ? [{ kind: 'originator-conversation-id' as const, value: transaction.originatorConversationId }]
    : []),
  ...(transaction.receipt ? [{ kind: 'receipt' as const, value: transaction.receipt }] : []),
]

/** A new transaction of this call, not yet stored. */
export const draft = (
  call: Call,
  told: Pick<Transaction, 'kind' | 'payer' | 'payee'> & Partial<Transaction>,
): Transaction => {
  const { extra, ...rest } = told
  return {
    id: newTransactionId(call.world),
    system: 'openapi',
    market: call.market.id,
    state: 'pending',
    amountCents: amountOf(field(call, 'input_Amount')) ?? 0,
    conversationId: call.conversationId,
    originatorConversationId: field(call, 'input_ThirdPartyConversationID'),
    reference: field(call, 'input_TransactionReference') || undefined,
    description:
      field(call, 'input_PurchasedItemsDesc') || field(call, 'input_PaymentItemsDesc') || undefined,
    createdAt: call.world.now,
    ...rest,
    extra: {
      ...extra,
      operation: call.operation.id,
      ...(call.responseUrl ? { responseUrl: call.responseUrl } : {}),
    },
  }
}

const stateFor = (code: string): Transaction['state'] =>
  isSuccess(code) ? 'completed' : code === cancelled ? 'cancelled' : 'failed'

/** Writes the end of a transaction. Money has moved already when the code is a success. */
export const end = (world: World, transaction: Transaction, code: string): Transaction => {
  const ended: Transaction = {
    ...transaction,
    state: stateFor(code),
    code: code === cancelled ? 'INS-6' : code,
    finishedAt: world.now,
    ...(isSuccess(code) ? { receipt: newReceipt(world) } : {}),
  }
  world.store.putTransaction(ended)
  return ended
}

/** Ends a payment that asks nobody. */
export const finishNow = (call: Call, transaction: Transaction, code: string): Handled => {
  const ended = end(call.world, transaction, code)
  if (ended.receipt && !call.responseUrl) call.keys.push({ kind: 'receipt', value: ended.receipt })
  return settle(call, endingOfTransaction(ended))
}

/** The outcome of a published test value that is no success; undefined when the call goes its way. */
export const triggered = (call: Call, transaction: Transaction): Handled | undefined =>
  call.trigger !== undefined && call.trigger !== success
    ? finishNow(call, transaction, call.trigger)
    : undefined

/** Asks the customer's phone for the PIN; the portal's own customer pays at once. */
export const collectPayment: Handler = (call) => {
  const { world, operation } = call
  const organisation = organisationOf(call)
  if (!organisation) return unknownShortcode(call)
  const isReservation = operation.name === 'c2b-multi-stage'
  const transaction = draft(call, {
    kind: isReservation ? 'c2b-reservation' : 'c2b',
    payer: field(call, 'input_CustomerMSISDN'),
    payee: organisation.shortcode,
    ...(isReservation ? { extra: { voucher: newVoucher(world), stage: 'reserved' } } : {}),
  })
  const outcome = triggered(call, transaction)
  if (outcome) return outcome
  const subscriber = customerOf(call)
  if (!subscriber) return noCustomer(call)
  if (isReservation) call.notes.push('That the answer carries output_VoucherCode is unconfirmed.')
  if (subscriber.msisdn === sandboxCustomer) return finishNow(call, transaction, collect(world, transaction))
  if (isBusy(world, subscriber.msisdn)) {
    call.notes.push('The phone shows another prompt already. The code for that is unconfirmed.')
    return finishNow(call, transaction, 'INS-6')
  }
  world.store.putTransaction(transaction)
  call.keys.push(...keysOf(transaction))
  const prompt = openPrompt(
    world,
    subscriber,
    {
      system: 'openapi',
      transactionId: transaction.id,
      payee: organisation.shortcode,
      payeeName: organisation.name,
      amountCents: transaction.amountCents,
      currency: call.market.currency,
      reference: transaction.reference ?? '',
    },
    call.keys,
  )
  const exchange = exchangeOfTransaction(transaction)
  if (!exchange) throw new Error('A transaction names its operation')
  if (call.responseUrl) return { answer: takenIn(exchange) }
  return {
    // Whoever is not answered in time, or is answered by a stopping server, has to query.
    answer: answerOf(exchange, { code: 'INS-9' }),
    held: { transactionId: transaction.id, untilAt: prompt.expiresAt },
  }
}

/** Takes the money, or sets it aside; the code that says why not otherwise. */
const collect = (world: World, { id, market, payer, payee, amountCents, kind }: Transaction): string => {
  const to = kind === 'c2b-reservation' ? suspenseOf(market) : tillOf(market, payee)
  return move(world, id, walletOf(market, payer), to, amountCents).kind === 'short' ? 'INS-2006' : success
}

export const promptRules: PromptRules = {
  codes: { paid: success, cancelled, expired: 'INS-9', wrongPin: 'INS-6', noMoney: 'INS-2006' },
  endingOf: (code) => (code === 'INS-5' ? cancelled : phoneCodes.has(code) ? code : undefined),
  collect,
  finish: (world, transaction, code) => {
    oweEnd(world, end(world, transaction, code))
  },
}

const transfer = (
  world: World,
  { id, amountCents }: Transaction,
  from: AccountRef,
  to: AccountRef,
): string => (move(world, id, from, to, amountCents).kind === 'short' ? 'INS-2006' : success)

export const payCustomer: Handler = (call) => {
  const { world, market } = call
  const organisation = organisationOf(call)
  if (!organisation) return unknownShortcode(call)
  const msisdn = field(call, 'input_CustomerMSISDN')
  const transaction = draft(call, { kind: 'b2c', payer: organisation.shortcode, payee: msisdn })
  const outcome = triggered(call, transaction)
  if (outcome) return outcome
  const subscriber = customerOf(call)
  if (!subscriber) return noCustomer(call)
  const asked = msisdn === sandboxCustomer ? undefined : endingOf(msisdn, phoneEndings)
  const [from, to] = [tillOf(market.id, organisation.shortcode), walletOf(market.id, msisdn)]
  return finishNow(call, transaction, asked ?? transfer(world, transaction, from, to))
}

export const payOrganisation: Handler = (call) => {
  const { world, market } = call
  const payer = organisationOf(call, 'input_PrimaryPartyCode')
  if (!payer) return unknownShortcode(call, 'input_PrimaryPartyCode')
  const receiver = field(call, 'input_ReceiverPartyCode')
  const transaction = draft(call, { kind: 'b2b', payer: payer.shortcode, payee: receiver })
  const outcome = triggered(call, transaction)
  if (outcome) return outcome
  const payee = organisationOf(call, 'input_ReceiverPartyCode')
  if (!payee || payee.shortcode === payer.shortcode) return unknownShortcode(call, 'input_ReceiverPartyCode')
  const [from, to] = [tillOf(market.id, payer.shortcode), tillOf(market.id, payee.shortcode)]
  return finishNow(call, transaction, transfer(world, transaction, from, to))
}
