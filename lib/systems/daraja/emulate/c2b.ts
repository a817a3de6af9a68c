import { createHash } from 'node:crypto'
import { checkCallbackUrl } from '@/lib/systems/daraja/callback-url'
import type {
  CustomerPayment,
  CustomerPaymentAnswer,
  DeliveredCallback,
  WireAnswer,
} from '@/lib/systems/types'
import { account, addToDay, dayTotal, move, suspenseOf } from '@/lib/world/ledger'
import { subscriberOf } from '@/lib/world/phones'
import type { Organisation, Subscriber, Transaction, World } from '@/lib/world/types'
import { centsOf, field, type Handler, isObject, keyed, market, refusal, shillings } from './call'
import { phoneEndings } from './codes'
import { dayOf, newReceipt, newRequestId, newTransactionId, stamp } from './ids'
import { limits } from './limits'
import { oweCallback } from './messages'
import { answerJson } from './wire'

export type Registration = {
  shortcode: string
  version: 'v1' | 'v2'
  responseType: 'Completed' | 'Cancelled'
  confirmationUrl: string
  validationUrl: string
  registeredAt: number
}

export const registrationOf = (world: Pick<World, 'store'>, shortcode: string): Registration | undefined => {
  const value = world.store.record('c2b-urls', shortcode)?.value
  return isObject(value) ? (value as unknown as Registration) : undefined
}

const accepted = (world: World, description: string): WireAnswer =>
  answerJson(200, {
    OriginatorCoversationID: newRequestId(world),
    ResponseCode: '0',
    ResponseDescription: description,
  })

export const registerUrls: Handler = (call) => {
  const { world } = call
  const shortcode = field(call, 'ShortCode')
  const confirmationUrl = field(call, 'ConfirmationURL')
  const validationUrl = field(call, 'ValidationURL')
  if (!world.store.organisation(market, shortcode)) {
    return refusal(world, 400, '400.002.02', 'Bad Request - Invalid ShortCode')
  }
  if (shortcode === '174379') {
    call.notes.push('Safaricom refuses 174379 here: C2B has its own test shortcodes, such as 600000.')
    if (call.isStrict) return refusal(world, 400, '400.002.02', 'Bad Request - Invalid ShortCode')
  }
  const before = registrationOf(world, shortcode)
  if (before && before.confirmationUrl !== confirmationUrl) {
    if (call.isStrict) return refusal(world, 500, '500.003.1001', 'Urls are already registered.')
    call.notes.push(
      'URLs were registered before; the sandbox replaces them, production answers 500.003.1001.',
    )
  }
  if (/valid/i.test(confirmationUrl) && /confirm/i.test(validationUrl)) {
    call.notes.push('ConfirmationURL and ValidationURL look swapped.')
  }
  for (const url of new Set([confirmationUrl, validationUrl])) {
    for (const finding of checkCallbackUrl(url, 'production').findings) {
      if (finding.result === 'refused') call.notes.push(`${url}: ${finding.message}`)
    }
  }
  const registration: Registration = {
    shortcode,
    version: call.operation.version === 'v1' ? 'v1' : 'v2',
    responseType: field(call, 'ResponseType') === 'Cancelled' ? 'Cancelled' : 'Completed',
    confirmationUrl,
    validationUrl,
    registeredAt: world.now,
  }
  world.store.putRecord({
    collection: 'c2b-urls',
    key: shortcode,
    value: registration,
    updatedAt: world.now,
  })
  return accepted(world, 'Success')
}

type Order = {
  organisation: Organisation
  subscriber: Subscriber
  amountCents: number
  reference: string
  /** Milliseconds until the first notice. */
  delayMs: number
}

type Started = { kind: 'started'; transaction: Transaction } | { kind: 'refused'; code: string }

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
    createdAt: world.now,
    extra: { day },
  }
  world.store.putTransaction(transaction)
  const registration = registrationOf(world, organisation.shortcode)
  if (organisation.validation && registration) {
    oweCallback(world, {
      operation: `daraja.c2b-register-${registration.version}`,
      kind: 'c2b-validation',
      url: registration.validationUrl,
      body: notice(world, transaction, registration.version, { balance: '' }),
      dueAt: world.now + order.delayMs,
      timeoutMs: world.settings.validationTimeoutMs,
      context: { transactionId: id },
      keys: keyed(['receipt', transaction.receipt]),
    })
    return { kind: 'started', transaction }
  }
  return { kind: 'started', transaction: complete(world, transaction, order.delayMs, '') }
}

const mask = (msisdn: string) => `${msisdn.slice(0, 4)} ***** ${msisdn.slice(-3)}`

/** v1 hashes the phone, v2 masks it. */
const phoneFor = (msisdn: string, version: Registration['version']) =>
  version === 'v1' ? createHash('sha256').update(msisdn).digest('hex') : mask(msisdn)

const notice = (
  world: World,
  transaction: Transaction,
  version: Registration['version'],
  { balance, thirdPartyId = '' }: { balance: string; thirdPartyId?: string },
) => {
  const name = world.store.subscriber(market, transaction.payer)?.name ?? ''
  return {
    TransactionType: transaction.description ?? 'Pay Bill',
    TransID: transaction.receipt ?? '',
    TransTime: stamp(transaction.createdAt),
    TransAmount: shillings(transaction.amountCents),
    BusinessShortCode: transaction.payee,
    BillRefNumber: transaction.reference ?? '',
    InvoiceNumber: '',
    OrgAccountBalance: balance,
    ThirdPartyTransID: thirdPartyId,
    MSISDN: phoneFor(transaction.payer, version),
    FirstName: (name.split(' ')[0] ?? '').toUpperCase(),
    MiddleName: '',
    LastName: '',
  }
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
    oweCallback(world, {
      operation: `daraja.c2b-register-${registration.version}`,
      kind: 'c2b-confirmation',
      url: registration.confirmationUrl,
      body: notice(world, completed, registration.version, {
        balance: shillings(world.store.balance(credited)),
        thirdPartyId,
      }),
      dueAt: world.now + delayMs,
      keys: keyed(['receipt', completed.receipt]),
    })
  }
  return completed
}

/** Gives the held money back to the customer. */
const giveBack = (world: World, transaction: Transaction, code: string) => {
  const wallet = account(market, transaction.payer, 'customer')
  move(world, transaction.id, suspenseOf(market), wallet, transaction.amountCents)
  addToDay(world, String(transaction.extra.day), transaction.payer, 'out', -transaction.amountCents)
  world.store.putTransaction({ ...transaction, state: 'cancelled', code, finishedAt: world.now })
}

type Reply =
  | { kind: 'accepted'; thirdPartyId: string }
  | { kind: 'rejected'; code: string }
  | { kind: 'silent' }

/** Any value made of zeros accepts, any other rejects; what cannot be read counts as silence. */
const readReply = (result: DeliveredCallback['result']): Reply => {
  if (result.kind === 'failed' || result.status < 200 || result.status > 299) return { kind: 'silent' }
  let body: unknown
  try {
    body = JSON.parse(result.body)
  } catch {
    return { kind: 'silent' }
  }
  if (!isObject(body)) return { kind: 'silent' }
  const code = body.ResultCode
  if (typeof code !== 'string' && typeof code !== 'number') return { kind: 'silent' }
  const text = String(code).trim()
  if (text === '') return { kind: 'silent' }
  if (!/^0+$/.test(text)) return { kind: 'rejected', code: text.slice(0, 40) }
  const id = body.ThirdPartyTransID
  return { kind: 'accepted', thirdPartyId: typeof id === 'string' ? id.slice(0, 100) : '' }
}

/** The organisation answered its validation URL, or did not. */
export const validationDelivered = (due: DeliveredCallback, world: World) => {
  const id = isObject(due.context) ? due.context.transactionId : undefined
  const transaction = typeof id === 'string' ? world.store.transaction(id) : undefined
  // A second answer, such as a duplicate on purpose brings, changes nothing.
  if (transaction?.state !== 'pending') return
  const reply = readReply(due.result)
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

export const simulatePayment: Handler = (call) => {
  const { world } = call
  const organisation = world.store.organisation(market, field(call, 'ShortCode'))
  if (!organisation) return refusal(world, 400, '400.002.02', 'Bad Request - Invalid ShortCode')
  const isPaybill = field(call, 'CommandID') === 'CustomerPayBillOnline'
  const reference = field(call, 'BillRefNumber')
  if (!isPaybill && reference !== '') {
    call.notes.push('BillRefNumber with CustomerBuyGoodsOnline makes the real call fail.')
    if (call.isStrict) return refusal(world, 400, '400.002.02', 'Bad Request - Invalid BillRefNumber')
  }
  const registration = registrationOf(world, organisation.shortcode)
  if (!registration) call.notes.push('No URLs are registered for this shortcode: no notice will be sent.')
  if (isPaybill === (organisation.kind === 'till')) {
    call.notes.push(`CommandID does not fit ${organisation.shortcode}.`)
  }
  const started = startPayment(world, {
    organisation,
    subscriber: subscriberOf(world, market, field(call, 'Msisdn'), phoneEndings),
    amountCents: centsOf(field(call, 'Amount')),
    reference: isPaybill ? reference : '',
    delayMs: world.settings.resultDelayMs,
  })
  if (started.kind === 'refused') {
    call.notes.push(
      `The payment itself ended with ${started.code}; only the customer hears of that, in a message.`,
    )
  } else {
    call.keys.push(...keyed(['receipt', started.transaction.receipt]))
  }
  return accepted(world, 'Accept the service request successfully.')
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
