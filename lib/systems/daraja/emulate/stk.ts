import { markets } from '@/lib/msisdn/markets'
import { wordingOf } from '@/lib/systems/gateway/on-purpose'
import { phoneEndings, stkEndings, wireCode } from '@/lib/systems/kenya/codes'
import {
  dayOf,
  newCheckoutId,
  newReceipt,
  newRequestId,
  newTransactionId,
  stamp,
} from '@/lib/systems/kenya/ids'
import { answerJson, decimal, oweJson } from '@/lib/systems/kenya/json'
import { limits } from '@/lib/systems/kenya/limits'
import type { CodeContext } from '@/lib/systems/types'
import { momentOf } from '@/lib/world/clock'
import { account, addToDay, dayTotal, move } from '@/lib/world/ledger'
import { subscriberOf } from '@/lib/world/phones'
import { isBusy, openPrompt, type PromptRules } from '@/lib/world/prompts'
import type { Organisation, Transaction, World } from '@/lib/world/types'
import { wordsOf } from '../codes'
import { amountOf, type Call, currency, field, type Handler, keyed, market, refusal } from './call'

const ofPrompt: CodeContext = { operation: 'daraja.stk-push', place: 'stk-result' }

/** Why the shortcode may not push or ask; undefined when it may. */
const checkSignature = (call: Call): { organisation: Organisation } | { refused: string; note: string } => {
  const shortcode = field(call, 'BusinessShortCode')
  const organisation = call.world.store.organisation(market, shortcode)
  if (!organisation?.passkey) {
    return {
      refused: 'Merchant does not exist',
      note: `Shortcode ${shortcode} is not set up for M-PESA Express here. 174379 is.`,
    }
  }
  const timestamp = field(call, 'Timestamp')
  const expected = Buffer.from(`${shortcode}${organisation.passkey}${timestamp}`).toString('base64')
  if (field(call, 'Password') !== expected) {
    return {
      refused: 'Wrong credentials',
      note: 'Password is not base64 of BusinessShortCode, passkey and Timestamp as they stand in the body.',
    }
  }
  const at = momentOf(timestamp, markets.kenya)
  const offMinutes = at === undefined ? Number.POSITIVE_INFINITY : Math.abs(at - call.world.now) / 60_000
  if (offMinutes > 10) {
    if (call.isStrict) return { refused: 'Wrong credentials', note: 'Timestamp is far from Nairobi time.' }
    call.notes.push(
      Number.isFinite(offMinutes)
        ? `Timestamp is ${Math.round(offMinutes)} minutes away from Nairobi time; accepted.`
        : 'Timestamp is no moment of a calendar; accepted.',
    )
  }
  return { organisation }
}

/** The organisation and account that a push pays into, or the code with which it will fail. */
const receiverOf = (call: Call, merchant: Organisation): { payee: Organisation } | { code: string } => {
  const payee = call.world.store.organisation(market, field(call, 'PartyB'))
  if (!payee) return { code: 'SFC_IC0003' }
  const wantsTill = field(call, 'TransactionType') === 'CustomerBuyGoodsOnline'
  const isRelated = payee.shortcode === merchant.shortcode || payee.store === merchant.shortcode
  if (isRelated && wantsTill === (payee.kind === 'till')) return { payee }
  if (call.isStrict) return { code: '2028' }
  call.notes.push(
    isRelated
      ? `TransactionType does not fit ${payee.shortcode}; production ends such a push with 2028.`
      : `PartyB ${payee.shortcode} does not belong to ${merchant.shortcode}; production refuses that.`,
  )
  return { payee }
}

export const pushStk: Handler = (call) => {
  const { world } = call
  const signature = checkSignature(call)
  if ('refused' in signature) {
    call.notes.push(signature.note)
    return refusal(world, 500, '500.001.1001', signature.refused)
  }
  const msisdn = field(call, 'PhoneNumber')
  if (isBusy(world, msisdn)) {
    return refusal(
      world,
      500,
      '500.001.1001',
      'Unable to lock subscriber, a transaction is already in process for the current subscriber',
    )
  }
  const amountCents = amountOf(call)
  const shortcode = field(call, 'BusinessShortCode')
  const receiver = receiverOf(call, signature.organisation)
  const subscriber = subscriberOf(world, market, msisdn, phoneEndings)
  const checkoutId = newCheckoutId(world, msisdn)
  const merchantRequestId = newRequestId(world)
  if (field(call, 'PartyA') !== msisdn) call.notes.push('PartyA and PhoneNumber differ; PhoneNumber pays.')

  const refusedBy =
    call.ending?.code ?? ('code' in receiver ? receiver.code : ruleBroken(call, msisdn, amountCents))
  const transaction: Transaction = {
    id: newTransactionId(world),
    system: 'daraja',
    market,
    kind: 'stk',
    state: 'pending',
    amountCents,
    payer: msisdn,
    payee: field(call, 'PartyB'),
    reference: field(call, 'AccountReference'),
    description: field(call, 'TransactionDesc'),
    checkoutId,
    merchantRequestId,
    createdAt: world.now,
    extra: { callbackUrl: field(call, 'CallBackURL'), shortcode },
  }
  world.store.putTransaction(transaction)
  call.keys.push(...keyed(['checkout-id', checkoutId], ['merchant-request-id', merchantRequestId]))

  if (refusedBy) {
    finish(
      world,
      transaction,
      refusedBy,
      world.now + world.settings.resultDelayMs,
      call.ending && wordingOf(call.ending),
    )
  } else {
    openPrompt(
      world,
      subscriber,
      {
        system: 'daraja',
        transactionId: transaction.id,
        payee: transaction.payee,
        payeeName: 'payee' in receiver ? receiver.payee.name : transaction.payee,
        amountCents,
        currency,
        reference: transaction.reference ?? '',
      },
      call.keys,
      silenceOf(world, msisdn),
    )
  }
  return answerJson(200, {
    MerchantRequestID: merchantRequestId,
    CheckoutRequestID: checkoutId,
    ResponseCode: '0',
    ResponseDescription: 'Success. Request accepted for processing',
    CustomerMessage: 'Success. Request accepted for processing',
  })
}

/** The published test phone: no payment of it was ever seen. */
const testPhone = '254708374149'
const silentCodes = ['1019', '1031', '1037']
/** From when on a query knew how such a prompt ends, and the callback still was to come. */
const knownAfterMs = 14_000

/** With measured timing: how the prompt of a phone ends that nobody reacts on. */
const silenceOf = (world: World, msisdn: string): string | undefined => {
  if (world.settings.timing === 'quick') return undefined
  if (msisdn === testPhone) return '1037'
  const behaviour = world.store.subscriber(market, msisdn)?.behaviour
  return behaviour?.kind === 'ends' && silentCodes.includes(behaviour.code) ? behaviour.code : undefined
}

/** What a query says of an open prompt: Daraja reference, observations of September and October 2026. */
const openAnswer = (world: World, transaction: Transaction): string => {
  const silence = silenceOf(world, transaction.payer)
  const isKnown = silence !== undefined && world.now - transaction.createdAt >= knownAfterMs
  return isKnown ? silence : '4999'
}

const repeatWindow = 120_000

/** Rules that end a push before the phone shows anything. */
const ruleBroken = (call: Call, msisdn: string, amountCents: number): string | undefined => {
  const { world } = call
  if (amountCents > limits.mostPayment) return '3'
  const isRepeat = world.store
    .transactionsOf(msisdn, 5)
    .some(
      (earlier) =>
        earlier.kind === 'stk' &&
        earlier.state === 'completed' &&
        earlier.amountCents === amountCents &&
        earlier.payee === field(call, 'PartyB') &&
        world.now - (earlier.finishedAt ?? earlier.createdAt) < repeatWindow,
    )
  if (!isRepeat) return undefined
  if (call.isStrict) return '17'
  call.notes.push('The same amount from the same phone within two minutes: production may end it with 17.')
  return undefined
}

/** Takes the money, or names the code that says why not. */
const collect = (world: World, transaction: Transaction): string => {
  const { payer, payee, amountCents } = transaction
  const organisation = world.store.organisation(market, payee)
  if (!organisation) return 'SFC_IC0003'
  const day = dayOf(world.now)
  if (dayTotal(world.store, day, payer, 'out') + amountCents > limits.mostADay) return '4'
  const wallet = account(market, payer, 'customer')
  const till = account(market, payee, organisation.kind === 'till' ? 'merchant' : 'utility')
  if (move(world, transaction.id, wallet, till, amountCents).kind === 'short') return '1'
  addToDay(world, day, payer, 'out', amountCents)
  return '0'
}

/** Writes the end of a push and owes its callback. Money has moved already when the code is 0. */
const finish = (
  world: World,
  transaction: Transaction,
  code: string,
  callbackAt: number,
  words = wordsOf(code, ofPrompt),
) => {
  const isPaid = code === '0'
  const finished: Transaction = {
    ...transaction,
    state: isPaid ? 'completed' : code === '1032' ? 'cancelled' : 'failed',
    code,
    finishedAt: world.now,
    ...(isPaid ? { receipt: newReceipt(world) } : {}),
  }
  world.store.putTransaction(finished)
  const url = finished.extra.callbackUrl
  if (typeof url !== 'string') return
  oweJson(world, {
    operation: 'daraja.stk-push',
    kind: 'stk-result',
    url,
    dueAt: callbackAt,
    headers: [['BusinessShortCode', String(finished.extra.shortcode)]],
    body: {
      Body: {
        stkCallback: {
          MerchantRequestID: finished.merchantRequestId ?? '',
          CheckoutRequestID: finished.checkoutId ?? '',
          ResultCode: wireCode(code),
          ResultDesc: words,
          ...(isPaid
            ? {
                CallbackMetadata: {
                  Item: [
                    { Name: 'Amount', Value: decimal(finished.amountCents / 100) },
                    { Name: 'MpesaReceiptNumber', Value: finished.receipt ?? '' },
                    { Name: 'Balance' },
                    { Name: 'TransactionDate', Value: Number(stamp(world.now)) },
                    { Name: 'PhoneNumber', Value: Number(finished.payer) },
                  ],
                },
              }
            : {}),
        },
      },
    },
    keys: keyed(
      ['checkout-id', finished.checkoutId],
      ['merchant-request-id', finished.merchantRequestId],
      ['receipt', finished.receipt],
    ),
  })
}

export const stkRules: PromptRules = {
  codes: { paid: '0', cancelled: '1032', expired: '1037', wrongPin: '2001', noMoney: '1' },
  alsoExpired: ['1031'],
  endingOf: (code) => stkEndings.get(code),
  collect,
  finish: (world, transaction, code) => finish(world, transaction, code, world.now),
}

export const queryStk: Handler = (call) => {
  const { world } = call
  const signature = checkSignature(call)
  if ('refused' in signature) {
    call.notes.push(signature.note)
    return refusal(world, 500, '500.001.1001', signature.refused)
  }
  const checkoutId = field(call, 'CheckoutRequestID')
  const found = world.store.transactionByKey(checkoutId)
  if (found?.kind !== 'stk' || found.checkoutId !== checkoutId) {
    return refusal(world, 500, '500.001.1001', 'The transaction does not Exist')
  }
  if (found.extra.shortcode !== field(call, 'BusinessShortCode')) {
    call.notes.push('The push was made with another shortcode.')
    return refusal(world, 500, '500.001.1001', 'The transaction does not Exist')
  }
  call.keys.push(...keyed(['checkout-id', checkoutId], ['merchant-request-id', found.merchantRequestId]))
  // One question in five was answered so, measured; it decides nothing.
  if (
    found.state === 'pending' &&
    !call.ending &&
    world.settings.timing !== 'quick' &&
    world.ids.number(5) === 0
  ) {
    return refusal(world, 500, '500.001.1001', 'The transaction is being processed')
  }
  const usual =
    found.state === 'pending'
      ? openAnswer(world, found)
      : found.state === 'reversed'
        ? '0'
        : (found.code ?? '0')
  const code = call.ending?.code ?? usual
  return answerJson(200, {
    ResponseCode: '0',
    ResponseDescription: 'The service request has been accepted successfully',
    MerchantRequestID: found.merchantRequestId ?? '',
    CheckoutRequestID: checkoutId,
    ResultCode: code,
    ResultDesc: call.ending
      ? wordingOf(call.ending, {}, 'query')
      : wordsOf(code, { ...ofPrompt, operation: call.operation.id }, 'query'),
  })
}
