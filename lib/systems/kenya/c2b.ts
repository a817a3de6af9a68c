import type { CustomerPayment, CustomerPaymentAnswer, DeliveredCallback } from '@/lib/systems/types'
import { objectOf } from '@/lib/wire/json'
import { account, addToDay, dayTotal, move, suspenseOf } from '@/lib/world/ledger'
import { subscriberOf } from '@/lib/world/phones'
import type { Organisation, Subscriber, Transaction, World } from '@/lib/world/types'
import { phoneEndings } from './codes'
import { dayOf, newReceipt, newTransactionId } from './ids'
import { limits } from './limits'
import { market, shillings } from './money'
import { oweNotice, oweOtherNotices } from './notices'
import { registrationOf } from './registration'

export type Order = {
  organisation: Organisation
  subscriber: Subscriber
  amountCents: number
  reference: string
  /** Of the request that made the customer pay, where one did: the notices carry no id of it. */
  requestId?: string
  /** Milliseconds until the first notice. */
  delayMs: number
}

export type Started = { kind: 'started'; transaction: Transaction } | { kind: 'refused'; code: string }

const goesToTill = (organisation: Organisation) => organisation.kind === 'till'

/** Takes the money aside and asks the organisation, or completes at once where nobody is to be asked. */
export const startPayment = (world: World, order: Order): Started => {
  const { organisation, subscriber, amountCents } = order
  if (amountCents < limits.leastPayment) return { kind: 'refused', code: '2' }
  if (amountCents > limits.mostPayment) return { kind: 'refused', code: '3' }
  const day = dayOf(world.now)
  if (dayTotal(world.store, day, subscriber.msisdn, 'out') + amountCents > limits.mostADay) {
    return { kind: 'refused', code: '4' }
  }
  const id = newTransactionId(world)
  const wallet = account(market, subscriber.msisdn, 'customer')
  if (move(world, id, wallet, suspenseOf(market), amountCents).kind === 'short') {
    return { kind: 'refused', code: '1' }
  }
  addToDay(world, day, subscriber.msisdn, 'out', amountCents)
  const transaction: Transaction = {
    id,
    receipt: newReceipt(world),
    system: 'daraja',
    market,
    kind: 'c2b',
    state: 'pending',
    amountCents,
    payer: subscriber.msisdn,
    payee: organisation.shortcode,
    reference: order.reference,
    description: goesToTill(organisation) ? 'Buy Goods' : 'Pay Bill',
    originatorConversationId: order.requestId,
    createdAt: world.now,
    extra: { day },
  }
  world.store.putTransaction(transaction)
  const registration = registrationOf(world, organisation.shortcode)
  if (organisation.validation && registration) {
    oweNotice(world, registration, { kind: 'c2b-validation', transaction, dueAt: world.now + order.delayMs })
    return { kind: 'started', transaction }
  }
  return { kind: 'started', transaction: complete(world, transaction, order.delayMs, '') }
}

/** Gives the held money to the organisation and owes the confirmation. */
const complete = (world: World, transaction: Transaction, delayMs: number, thirdPartyId: string) => {
  const organisation = world.store.organisation(market, transaction.payee)
  const kind = organisation && goesToTill(organisation) ? 'merchant' : 'utility'
  const credited = account(market, transaction.payee, kind)
  move(world, transaction.id, suspenseOf(market), credited, transaction.amountCents)
  const completed: Transaction = {
    ...transaction,
    state: 'completed',
    code: '0',
    finishedAt: world.now,
    extra: { ...transaction.extra, thirdPartyId },
  }
  world.store.putTransaction(completed)
  const registration = registrationOf(world, transaction.payee)
  if (registration) {
    oweNotice(world, registration, {
      kind: 'c2b-confirmation',
      transaction: completed,
      dueAt: world.now + delayMs,
      balance: shillings(world.store.balance(credited)),
      thirdPartyId,
    })
  }
  oweOtherNotices(world, completed, world.now + delayMs)
  return completed
}

/** Gives the held money back to the customer. */
const giveBack = (world: World, transaction: Transaction, code: string) => {
  const wallet = account(market, transaction.payer, 'customer')
  move(world, transaction.id, suspenseOf(market), wallet, transaction.amountCents)
  addToDay(world, String(transaction.extra.day), transaction.payer, 'out', -transaction.amountCents)
  world.store.putTransaction({ ...transaction, state: 'cancelled', code, finishedAt: world.now })
}

export type Reply =
  | { kind: 'accepted'; thirdPartyId: string }
  | { kind: 'rejected'; code: string }
  | { kind: 'silent' }

/** The organisation answered its validation URL, or did not. */
export const validationAnswered = (due: Pick<DeliveredCallback, 'context'>, reply: Reply, world: World) => {
  const id = objectOf(due.context)?.transactionId
  const transaction = typeof id === 'string' ? world.store.transaction(id) : undefined
  // A second answer, such as a duplicate on purpose brings, changes nothing.
  if (transaction?.state !== 'pending') return
  if (reply.kind === 'accepted') {
    complete(world, transaction, 0, reply.thirdPartyId)
  } else if (reply.kind === 'rejected') {
    giveBack(world, transaction, reply.code)
  } else if (registrationOf(world, transaction.payee)?.responseType === 'Cancelled') {
    giveBack(world, transaction, 'C2B00016')
  } else {
    complete(world, transaction, 0, '')
  }
}

const refusedSentences: Record<string, string> = {
  '1': 'There is too little money in the account.',
  '2': 'The amount is below KES 1.',
  '3': 'The amount is above KES 250,000.',
  '4': 'The phone would pass its limit of KES 500,000 a day.',
  '2001': 'That PIN is wrong.',
}

const refuse = (code: string, sentence?: string): CustomerPaymentAnswer => ({
  kind: 'refused',
  code,
  sentence: sentence ?? refusedSentences[code] ?? 'The payment was refused.',
})

/** A customer pays a paybill or a till from the phone's own menu. */
export const payFromPhone = (payment: CustomerPayment, world: World): CustomerPaymentAnswer => {
  const organisation = world.store.organisation(payment.market, payment.shortcode)
  if (!organisation) return refuse('SFC_IC0003', `Nobody has the number ${payment.shortcode}.`)
  const subscriber = subscriberOf(world, payment.market, payment.msisdn, phoneEndings)
  if (subscriber.pin !== payment.pin) return refuse('2001')
  if (!Number.isSafeInteger(payment.amountCents) || payment.amountCents <= 0) return refuse('2')
  const started = startPayment(world, {
    organisation,
    subscriber,
    amountCents: payment.amountCents,
    reference: goesToTill(organisation) ? '' : payment.reference,
    delayMs: 0,
  })
  if (started.kind === 'refused') return refuse(started.code)
  const { transaction } = started
  return {
    kind: 'started',
    transactionId: transaction.id,
    sentence:
      transaction.state === 'completed'
        ? `${transaction.receipt} Confirmed. KES ${shillings(transaction.amountCents)} paid to ${organisation.name}.`
        : `KES ${shillings(transaction.amountCents)} is on its way: ${organisation.name} is being asked.`,
  }
}
