import { mozambiqueOperations } from '@/lib/catalogue/mozambique'
import type { Operation } from '@/lib/catalogue/types'
import { oweCallback } from '@/lib/systems/gateway/owe'
import { field } from '@/lib/systems/gateway/values'
import type { CorrelationKey } from '@/lib/wire/types'
import { account, move } from '@/lib/world/ledger'
import { endingOf, subscriberOf } from '@/lib/world/phones'
import { isBusy, openPrompt, type PromptRules } from '@/lib/world/prompts'
import type { AccountRef, Transaction, World } from '@/lib/world/types'
import { fingerprintOf } from './account'
import {
  acceptedAnswer,
  amountOf,
  type Call,
  currency,
  finalAnswer,
  type Handler,
  market,
  organisationOf,
  refuse,
} from './call'
import { messageOf, payoutEndings, phoneEndings, promptEndings, success } from './codes'
import { newReceipt, newTransactionId } from './ids'

/** An organisation of this market has one account. */
export const tillOf = (shortcode: string): AccountRef => account(market, shortcode, 'utility')
export const walletOf = (msisdn: string): AccountRef => account(market, msisdn, 'customer')

const operationOf = (transaction: Transaction): Operation | undefined =>
  mozambiqueOperations.find(({ id }) => id === transaction.extra.operation)

export const keysOf = (transaction: Transaction): CorrelationKey[] => [
  ...(transaction.conversationId
    ? [{ kind: 'conversation-id' as const, value: transaction.conversationId }]
    : []),
  ...(transaction.originatorConversationId
    ? [{ kind: 'third-party-reference' as const, value: transaction.originatorConversationId }]
    : []),
  ...(transaction.receipt ? [{ kind: 'receipt' as const, value: transaction.receipt }] : []),
]

/** Which of its references decides is unconfirmed; the third-party one is made to be unique. */
const referenceCollection = 'mozambique-references'

/** Takes the reference of a payment; false when it was used before. */
export const takeReference = ({ world, values }: Call): boolean => {
  const key = String(values.input_ThirdPartyReference)
  if (world.store.record(referenceCollection, key)) return false
  world.store.putRecord({ collection: referenceCollection, key, value: true, updatedAt: world.now })
  return true
}

/** A new transaction of this call, not yet stored. */
export const draft = (
  call: Call,
  told: Pick<Transaction, 'kind' | 'amountCents' | 'payer' | 'payee'> & Partial<Transaction>,
): Transaction => {
  const { extra, ...rest } = told
  return {
    id: newTransactionId(call.world),
    system: 'mozambique',
    market,
    state: 'pending',
    conversationId: call.conversationId,
    originatorConversationId: field(call, 'input_ThirdPartyReference'),
    reference: field(call, 'input_TransactionReference') || undefined,
    createdAt: call.world.now,
    ...rest,
    extra: {
      ...extra,
      operation: call.operation.id,
      // Reports are kept by key: a renewal must not mix them.
      ...(call.world.app ? { apiKey: fingerprintOf(call.world.app.key) } : {}),
      ...(call.responseUrl ? { responseUrl: call.responseUrl } : {}),
    },
  }
}

const states: Record<string, Transaction['state']> = { 'INS-0': 'completed', 'INS-5': 'cancelled' }

/** Writes the end of a transaction; money has moved already when the code is INS-0. In asynchronous mode the result is owed. */
export const finish = (
  world: World,
  transaction: Transaction,
  code: string,
  resultAt: number,
): Transaction => {
  const finished: Transaction = {
    ...transaction,
    state: states[code] ?? 'failed',
    code,
    finishedAt: world.now,
    ...(code === success ? { receipt: newReceipt(world) } : {}),
  }
  world.store.putTransaction(finished)
  const { responseUrl, operation } = finished.extra
  if (typeof responseUrl !== 'string' || typeof operation !== 'string') return finished
  const isPaid = code === success
  oweCallback(world, {
    system: 'mozambique',
    operation,
    kind: 'result',
    dueAt: resultAt,
    url: responseUrl,
    headers: [['Content-Type', 'application/json']],
    body: JSON.stringify({
      input_OriginalConversationID: finished.conversationId ?? '',
      input_ThirdPartyReference: finished.originatorConversationId ?? '',
      input_TransactionID: finished.receipt ?? 'N/A',
      // The portal's example says 0 here, with a capital P in its words.
      input_ResultCode: isPaid ? '0' : code,
      input_ResultDesc: isPaid ? 'Request Processed Successfully' : messageOf(code),
    }),
    keys: keysOf(finished),
  })
  return finished
}

/** Ends a call that asks nobody: in synchronous mode its answer is the end, otherwise the result follows. */
export const finishNow = (call: Call, transaction: Transaction, code: string): ReturnType<Handler> => {
  const { world, operation } = call
  const finished = finish(world, transaction, code, world.now + world.settings.resultDelayMs)
  call.keys.push(...keysOf(call.responseUrl ? transaction : finished))
  return { answer: call.responseUrl ? acceptedAnswer(operation, finished) : finalAnswer(operation, finished) }
}

const duplicate = (call: Call) =>
  refuse(call, 'INS-10', 'This input_ThirdPartyReference was used before; a new payment needs a new one.')

const unknownShortcode = (call: Call, name: string) =>
  refuse(call, 'INS-13', `${field(call, name)} is no organisation here. 171717 is.`)

/** Asks the customer's phone for the PIN. */
export const collectPayment: Handler = (call) => {
  const { world, operation } = call
  const organisation = organisationOf(call, 'input_ServiceProviderCode')
  if (!organisation) return unknownShortcode(call, 'input_ServiceProviderCode')
  const msisdn = field(call, 'input_CustomerMSISDN')
  const subscriber = subscriberOf(world, market, msisdn, phoneEndings)
  if (!takeReference(call)) return duplicate(call)
  const transaction = draft(call, {
    kind: 'c2b',
    amountCents: amountOf(field(call, 'input_Amount')),
    payer: msisdn,
    payee: organisation.shortcode,
  })
  if (isBusy(world, msisdn)) {
    call.notes.push('The phone shows another prompt already. The code for that is unconfirmed.')
    return finishNow(call, transaction, 'INS-6')
  }
  world.store.putTransaction(transaction)
  call.keys.push(...keysOf(transaction))
  const prompt = openPrompt(
    world,
    subscriber,
    {
      system: 'mozambique',
      transactionId: transaction.id,
      payee: organisation.shortcode,
      payeeName: organisation.name,
      amountCents: transaction.amountCents,
      currency,
      reference: transaction.reference ?? '',
    },
    call.keys,
  )
  if (call.responseUrl) return { answer: acceptedAnswer(operation, transaction) }
  return {
    // Whoever is not answered in time, or is answered by a stopping server, has to query.
    answer: finalAnswer(operation, { ...transaction, code: 'INS-9' }),
    held: { transactionId: transaction.id, untilAt: prompt.expiresAt },
  }
}

/** Takes the money, or names the code that says why not. */
const collect = (world: World, transaction: Transaction): string => {
  const { id, payer, payee, amountCents } = transaction
  return move(world, id, walletOf(payer), tillOf(payee), amountCents).kind === 'short' ? 'INS-2006' : success
}

export const promptRules: PromptRules = {
  codes: { paid: success, cancelled: 'INS-5', expired: 'INS-9', wrongPin: 'INS-6', noMoney: 'INS-2006' },
  endingOf: (code) => ([...promptEndings.values()].includes(code) ? code : undefined),
  collect,
  finish: (world, transaction, code) => {
    finish(world, transaction, code, world.now)
  },
}

/** The answer to a caller that waited for the phone. */
export const answerHeld = (transactionId: string, world: World) => {
  const transaction = world.store.transaction(transactionId)
  const operation = transaction && operationOf(transaction)
  return transaction?.code === undefined || !operation ? undefined : finalAnswer(operation, transaction)
}

export const payCustomer: Handler = (call) => {
  const { world } = call
  const organisation = organisationOf(call, 'input_ServiceProviderCode')
  if (!organisation) return unknownShortcode(call, 'input_ServiceProviderCode')
  const { msisdn } = subscriberOf(world, market, field(call, 'input_CustomerMSISDN'), phoneEndings)
  if (!takeReference(call)) return duplicate(call)
  const transaction = draft(call, {
    kind: 'b2c',
    amountCents: amountOf(field(call, 'input_Amount')),
    payer: organisation.shortcode,
    payee: msisdn,
  })
  const from = tillOf(organisation.shortcode)
  const code = endingOf(msisdn, payoutEndings) ?? transfer(world, transaction, from, walletOf(msisdn))
  return finishNow(call, transaction, code)
}

const transfer = (
  world: World,
  { id, amountCents }: Transaction,
  from: AccountRef,
  to: AccountRef,
): string => (move(world, id, from, to, amountCents).kind === 'short' ? 'INS-2006' : success)

export const payOrganisation: Handler = (call) => {
  const { world } = call
  const payer = organisationOf(call, 'input_PrimaryPartyCode')
  if (!payer) return unknownShortcode(call, 'input_PrimaryPartyCode')
  const payee = organisationOf(call, 'input_ReceiverPartyCode')
  if (!payee || payee.shortcode === payer.shortcode) {
    return refuse(call, 'INS-2002', 'The receiver is no other organisation here. 979797 is.')
  }
  if (!takeReference(call)) return duplicate(call)
  const transaction = draft(call, {
    kind: 'b2b',
    amountCents: amountOf(field(call, 'input_Amount')),
    payer: payer.shortcode,
    payee: payee.shortcode,
  })
  const code = transfer(world, transaction, tillOf(payer.shortcode), tillOf(payee.shortcode))
  return finishNow(call, transaction, code)
}
