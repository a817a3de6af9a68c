import type { Json, KeyKind, SystemId } from '@/lib/catalogue/types'
import type { Handled, Handler } from '@/lib/systems/gateway/gateway'
import { oweCallback } from '@/lib/systems/gateway/owe'
import { field } from '@/lib/systems/gateway/values'
import { keyed } from '@/lib/systems/shared/wire'
import type { CorrelationKey, WireAnswer } from '@/lib/wire/types'
import { move } from '@/lib/world/ledger'
import { isBusy, openPrompt, type PromptRules } from '@/lib/world/prompts'
import type { AccountRef, Subscriber, Transaction, World } from '@/lib/world/types'
import { amountOf, organisationOf, tillOf, type VodacomCall, walletOf } from './call'
import { success } from './codes'
import { newReceipt, newTransactionId } from './ids'

type Drafted = Pick<Transaction, 'kind' | 'payer' | 'payee'> & Partial<Transaction>

/** What one of Vodacom's two interfaces does in its own way with a payment. */
export type PaymentRules<C extends VodacomCall> = {
  system: SystemId
  /** The field that holds the caller's own id, and what kind of id it is. */
  ownId: { field: string; kind: KeyKind }
  /** What else a new transaction keeps. */
  keep(call: C): Partial<Transaction>
  /** How a customer's payment is put down, where that differs from the usual one. */
  keepCollected?(call: C): Partial<Transaction>
  refuse(call: C, code: string, note?: string): WireAnswer
  /** The outcome that a published test value asks for. */
  asked?(call: C, transaction: Transaction): WireAnswer | undefined
  /** Takes the caller's own id; false when it was used before. */
  takeId?(call: C): boolean
  /** The wallet behind input_CustomerMSISDN; undefined when there can be none. */
  customerOf(call: C): Subscriber | undefined
  noCustomer(call: C): WireAnswer
  noOrganisation(call: C, name?: string): WireAnswer
  noReceiver(call: C): WireAnswer
  /** Pays without being asked. */
  paysAtOnce?(subscriber: Subscriber): boolean
  /** The code with which a payout to this number ends. */
  payoutEnding(msisdn: string): string | undefined
  /** Where collected money goes, where that is not the organisation's account. */
  heldAt?(transaction: Transaction): AccountRef | undefined
  /** The end that a prompt has when the customer says no, and its code on the wire. */
  cancelled: { ending: string; code: string }
  promptEnding: PromptRules['endingOf']
  /** What the caller gets: the end, or that a result follows. */
  answerOf(transaction: Transaction): WireAnswer
  takenIn(transaction: Transaction): WireAnswer
  /** Body of the result that follows. */
  resultOf(transaction: Transaction): Json
}

export const payments = <C extends VodacomCall>(rules: PaymentRules<C>) => {
  const { system } = rules

  const keysOf = ({ conversationId, originatorConversationId, receipt }: Transaction): CorrelationKey[] =>
    keyed(
      ['conversation-id', conversationId],
      [rules.ownId.kind, originatorConversationId],
      ['receipt', receipt],
    )

  /** A new transaction of this call, not yet stored. */
  const draft = (call: C, { extra, ...drafted }: Drafted): Transaction => {
    const kept = rules.keep(call)
    return {
      id: newTransactionId(call.world),
      system,
      market: call.market.id,
      state: 'pending',
      amountCents: amountOf(field(call, 'input_Amount')) ?? 0,
      conversationId: call.conversationId,
      originatorConversationId: field(call, rules.ownId.field),
      reference: field(call, 'input_TransactionReference') || undefined,
      createdAt: call.world.now,
      ...kept,
      ...drafted,
      extra: {
        ...extra,
        operation: call.operation.id,
        ...kept.extra,
        ...(call.responseUrl ? { responseUrl: call.responseUrl } : {}),
      },
    }
  }

  /** Writes the end; money has moved already when the code is a success. In asynchronous mode the result is owed. */
  const finish = (world: World, transaction: Transaction, code: string, resultAt: number): Transaction => {
    const isCancelled = code === rules.cancelled.ending
    const finished: Transaction = {
      ...transaction,
      state: code === success ? 'completed' : isCancelled ? 'cancelled' : 'failed',
      code: isCancelled ? rules.cancelled.code : code,
      finishedAt: world.now,
      ...(code === success ? { receipt: newReceipt(world) } : {}),
    }
    world.store.putTransaction(finished)
    const { responseUrl: url, operation } = finished.extra
    if (typeof url === 'string' && typeof operation === 'string') {
      oweCallback(world, {
        system,
        operation,
        kind: 'result',
        url,
        headers: [['Content-Type', 'application/json']],
        body: JSON.stringify(rules.resultOf(finished)),
        dueAt: resultAt,
        keys: keysOf(finished),
      })
    }
    return finished
  }

  /** Ends a call that asks nobody: in synchronous mode its answer is the end, otherwise the result follows. */
  const finishNow = (call: C, transaction: Transaction, code: string): WireAnswer => {
    const { world, responseUrl } = call
    const finished = finish(world, transaction, code, world.now + world.settings.resultDelayMs)
    call.keys.push(...keysOf(responseUrl ? transaction : finished))
    return responseUrl ? rules.takenIn(finished) : rules.answerOf(finished)
  }

  const repeated = (call: C): WireAnswer | undefined =>
    rules.takeId?.(call) === false
      ? rules.refuse(
          call,
          'INS-10',
          `This ${rules.ownId.field} was used before; a new payment needs a new one.`,
        )
      : undefined

  const transfer = (world: World, { id, amountCents }: Transaction, from: AccountRef, to: AccountRef) =>
    move(world, id, from, to, amountCents).kind === 'short' ? 'INS-2006' : success

  /** Takes the money, or names the code that says why not. */
  const collect = (world: World, transaction: Transaction): string => {
    const { market, payer, payee } = transaction
    const to = rules.heldAt?.(transaction) ?? tillOf(market, payee)
    return transfer(world, transaction, walletOf(market, payer), to)
  }

  /** Asks the customer's phone for the PIN. */
  const collectPayment: Handler<C> = (call): Handled => {
    const { world, market } = call
    const organisation = organisationOf(call)
    if (!organisation) return rules.noOrganisation(call)
    const transaction = draft(call, {
      kind: 'c2b',
      payer: field(call, 'input_CustomerMSISDN'),
      payee: organisation.shortcode,
      ...rules.keepCollected?.(call),
    })
    const outcome = rules.asked?.(call, transaction)
    if (outcome) return outcome
    const subscriber = rules.customerOf(call)
    if (!subscriber) return rules.noCustomer(call)
    const refused = repeated(call)
    if (refused) return refused
    if (rules.paysAtOnce?.(subscriber)) return finishNow(call, transaction, collect(world, transaction))
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
        system,
        transactionId: transaction.id,
        payee: organisation.shortcode,
        payeeName: organisation.name,
        amountCents: transaction.amountCents,
        currency: market.currency,
        reference: transaction.reference ?? '',
      },
      call.keys,
    )
    if (call.responseUrl) return rules.takenIn(transaction)
    return {
      // Whoever is not answered in time, or is answered by a stopping server, has to query.
      answer: rules.answerOf({ ...transaction, code: 'INS-9' }),
      held: { transactionId: transaction.id, untilAt: prompt.expiresAt },
    }
  }

  const payCustomer: Handler<C> = (call) => {
    const { world, market } = call
    const organisation = organisationOf(call)
    if (!organisation) return rules.noOrganisation(call)
    const msisdn = field(call, 'input_CustomerMSISDN')
    const transaction = draft(call, { kind: 'b2c', payer: organisation.shortcode, payee: msisdn })
    const outcome = rules.asked?.(call, transaction)
    if (outcome) return outcome
    if (!rules.customerOf(call)) return rules.noCustomer(call)
    const refused = repeated(call)
    if (refused) return refused
    const [from, to] = [tillOf(market.id, organisation.shortcode), walletOf(market.id, msisdn)]
    const code = rules.payoutEnding(msisdn) ?? transfer(world, transaction, from, to)
    return finishNow(call, transaction, code)
  }

  const payOrganisation: Handler<C> = (call) => {
    const { world, market } = call
    const payer = organisationOf(call, 'input_PrimaryPartyCode')
    if (!payer) return rules.noOrganisation(call, 'input_PrimaryPartyCode')
    const receiver = field(call, 'input_ReceiverPartyCode')
    const transaction = draft(call, { kind: 'b2b', payer: payer.shortcode, payee: receiver })
    const outcome = rules.asked?.(call, transaction)
    if (outcome) return outcome
    const payee = organisationOf(call, 'input_ReceiverPartyCode')
    if (!payee || payee.shortcode === payer.shortcode) return rules.noReceiver(call)
    const refused = repeated(call)
    if (refused) return refused
    const [from, to] = [tillOf(market.id, payer.shortcode), tillOf(market.id, payee.shortcode)]
    return finishNow(call, transaction, transfer(world, transaction, from, to))
  }

  const promptRules: PromptRules = {
    codes: {
      paid: success,
      cancelled: rules.cancelled.ending,
      expired: 'INS-9',
      wrongPin: 'INS-6',
      noMoney: 'INS-2006',
    },
    endingOf: rules.promptEnding,
    collect,
    finish: (world, transaction, code) => {
      finish(world, transaction, code, world.now)
    },
  }

  /** The answer to a caller that waited for the phone; undefined while it is open. */
  const answerHeld = (transactionId: string, world: World): WireAnswer | undefined => {
    const transaction = world.store.transaction(transactionId)
    return transaction?.system === system && transaction.state !== 'pending'
      ? rules.answerOf(transaction)
      : undefined
  }

  return {
    answerHeld,
    collectPayment,
    draft,
    finishNow,
    keysOf,
    payCustomer,
    payOrganisation,
    promptRules,
    repeated,
    transfer,
  }
}
