import { type CheckoutAnswer, checkoutMessage } from '@/lib/catalogue/g2/messages'
import { centsOf } from '@/lib/money'
import { markets } from '@/lib/msisdn/markets'
import { phoneEndings } from '@/lib/systems/kenya/codes'
import { dayOf, newReceipt, newTransactionId } from '@/lib/systems/kenya/ids'
import { limits } from '@/lib/systems/kenya/limits'
import { currency, market } from '@/lib/systems/kenya/money'
import { answerXml, oweXml } from '@/lib/systems/kenya/soap'
import { keyed } from '@/lib/systems/shared/wire'
import type { WireAnswer } from '@/lib/wire/types'
import { isWebAddress } from '@/lib/wire/url-text'
import { stampOf } from '@/lib/world/clock'
import { account, addToDay, dayTotal, move } from '@/lib/world/ledger'
import { subscriberOf } from '@/lib/world/phones'
import { isBusy, openPrompt, type PromptRules } from '@/lib/world/prompts'
import type { Transaction, World } from '@/lib/world/types'
import { childText } from '@/lib/xml/tree'
import type { Call } from './call'
import type { Merchant } from './merchant'

type Fields = Record<string, string>

const message = (kind: CheckoutAnswer, fields: Fields): string =>
  checkoutMessage(
    kind,
    Object.entries(fields).map(([key, value]) => ({ key, value })),
  )

const texts: Record<string, string> = {
  '00': 'Success',
  '01': 'InsufficientFunds',
  '03': 'Amount less than the minimum single transfer allowed',
  '04': 'Amount more than the maximum single transfer amount allowed',
  '05': 'Transaction expired',
  '06': 'Transaction could not be confirmed',
  '08': 'Balance would rise above the maximum amount',
  '09': 'The store number specified is not valid',
  '11': 'The system is unable to complete the transaction',
  '12': 'Transaction details are different from the original captured request details',
  '30': 'Missing reference id',
  '31': 'Invalid amount',
  '35': 'Duplicate request',
  '36': 'Incorrect credentials',
  '40': 'Missing parameters',
  '41': 'MSISDN is in incorrect format',
  '43': 'Duplicate merchant transaction id',
  '99': 'No transaction found for the given id',
}

/** How the newer core's ends are called here; which code a cancelled prompt has is unconfirmed. */
const older: Record<string, string> = {
  '1': '01',
  '2': '03',
  '3': '04',
  '4': '08',
  '8': '08',
  '1019': '05',
  '1031': '06',
  '1032': '06',
  '1037': '05',
  '2001': '11',
  '0': '00',
}
const codeOf = (code: string): string => older[code] ?? (texts[code] ? code : '11')

const started = (code: string, trxId = '', encParams = ''): WireAnswer =>
  answerXml(
    message('processCheckOutResponse', {
      RETURN_CODE: code,
      DESCRIPTION: texts[code] ?? 'Failure',
      TRX_ID: trxId,
      ENC_PARAMS: encParams,
      CUST_MSG: code === '00' ? 'Enter your M-PESA PIN on your phone to complete the payment.' : '',
    }),
  )

export const startCheckout = (call: Call, merchant: Merchant): WireAnswer => {
  const { world } = call
  const read = (name: string) => childText(call.content, name) ?? ''
  const amountCents = centsOf(read('AMOUNT'))
  if (!read('REFERENCE_ID')) return started('30')
  if (amountCents === undefined || amountCents <= 0) return started('31')
  if (!markets.kenya.msisdn.test(read('MSISDN'))) return started('41')
  if (!read('MERCHANT_TRANSACTION_ID') || !isWebAddress(read('CALL_BACK_URL'))) return started('40')
  const earlier = world.store.record('g2-checkouts', read('MERCHANT_TRANSACTION_ID'))?.value
  if (earlier !== undefined) {
    const former = typeof earlier === 'string' ? world.store.transaction(earlier) : undefined
    const isSame =
      former?.amountCents === amountCents &&
      former.payer === read('MSISDN') &&
      former.reference === read('REFERENCE_ID').slice(0, 200)
    return started(isSame ? '35' : '43')
  }
  const trxId = world.ids.hex(32)
  const transaction: Transaction = {
    id: newTransactionId(world),
    system: 'g2',
    market,
    kind: 'checkout',
    state: 'pending',
    amountCents,
    payer: read('MSISDN'),
    payee: merchant.merchantId,
    reference: read('REFERENCE_ID').slice(0, 200),
    checkoutId: trxId,
    merchantRequestId: read('MERCHANT_TRANSACTION_ID').slice(0, 200),
    createdAt: world.now,
    extra: {
      url: read('CALL_BACK_URL'),
      method: read('CALL_BACK_METHOD').toLowerCase(),
      encParams: read('ENC_PARAMS').slice(0, 1000),
    },
  }
  world.store.putTransaction(transaction)
  world.store.putRecord({
    collection: 'g2-checkouts',
    key: read('MERCHANT_TRANSACTION_ID'),
    value: transaction.id,
    updatedAt: world.now,
  })
  call.keys.push(...keysOf(transaction))
  return started('00', trxId, String(transaction.extra.encParams))
}

const keysOf = (transaction: Transaction) =>
  keyed(
    ['checkout-id', transaction.checkoutId],
    ['third-party-reference', transaction.merchantRequestId],
    ['receipt', transaction.receipt],
  )

/** By M-Pesa's id, else by the merchant's own; only its own checkouts. */
const find = (call: Call, merchantId: string): Transaction | undefined => {
  const { store } = call.world
  const trxId = childText(call.content, 'TRX_ID')
  const own = childText(call.content, 'MERCHANT_TRANSACTION_ID')
  const id = own && store.record('g2-checkouts', own)?.value
  const found = trxId
    ? store.transactionByKey(trxId)
    : typeof id === 'string'
      ? store.transaction(id)
      : undefined
  return found?.kind === 'checkout' && found.payee === merchantId ? found : undefined
}

const confirmed = (code: string, trxId = ''): WireAnswer =>
  answerXml(
    message('transactionConfirmResponse', {
      RETURN_CODE: code,
      DESCRIPTION: texts[code] ?? 'Failure',
      MERCHANT_TRANSACTION_ID: '',
      TRX_ID: trxId,
    }),
  )

/** Sends the prompt to the phone. */
export const confirmCheckout = (call: Call, merchant: Merchant): WireAnswer => {
  const { world } = call
  const found = find(call, merchant.merchantId)
  if (!found) return confirmed('99')
  call.keys.push(...keysOf(found))
  if (found.state !== 'pending' || found.extra.isConfirmed) {
    call.notes.push('This checkout was confirmed before.')
    return confirmed('12', found.checkoutId)
  }
  if (isBusy(world, found.payer)) return confirmed('34', found.checkoutId)
  const confirmedOne = { ...found, extra: { ...found.extra, isConfirmed: true } }
  world.store.putTransaction(confirmedOne)
  if (call.ending?.code) {
    endWith(world, confirmedOne, call.ending.code, world.now + world.settings.resultDelayMs)
    return confirmed('00', found.checkoutId)
  }
  openPrompt(
    world,
    subscriberOf(world, market, found.payer, phoneEndings),
    {
      system: 'g2',
      transactionId: found.id,
      payee: found.payee,
      payeeName: merchant.organisation.name,
      amountCents: found.amountCents,
      currency,
      reference: found.reference ?? '',
    },
    keysOf(found),
  )
  return confirmed('00', found.checkoutId)
}

const outcomeFields = (world: World, transaction: Transaction, hyphen: boolean): Fields => {
  const name = (field: string) => (hyphen ? `M-PESA_${field}` : `MPESA_${field}`)
  const isPaid = transaction.state === 'completed' || transaction.state === 'reversed'
  const isOpen = transaction.state === 'pending'
  const code = transaction.code ?? '00'
  return {
    MSISDN: transaction.payer,
    AMOUNT: (transaction.amountCents / 100).toFixed(1),
    [name('TRX_DATE')]: stampOf(transaction.finishedAt ?? world.now, markets.kenya, 'YYYY-MM-DD HH:mm:ss'),
    [name('TRX_ID')]: isPaid ? (transaction.receipt ?? '') : 'N/A',
    TRX_STATUS: isPaid ? 'Success' : isOpen ? 'Pending' : 'Failed',
    RETURN_CODE: isPaid || isOpen ? '00' : code,
    DESCRIPTION: isOpen ? 'The transaction is being processed' : (texts[isPaid ? '00' : code] ?? 'Failure'),
    MERCHANT_TRANSACTION_ID: transaction.merchantRequestId ?? '',
    ENC_PARAMS: String(transaction.extra.encParams ?? ''),
    TRX_ID: transaction.checkoutId ?? '',
  }
}

const failed = (code: string): WireAnswer =>
  answerXml(
    message('transactionStatusResponse', {
      MSISDN: '',
      AMOUNT: '',
      MPESA_TRX_DATE: '',
      MPESA_TRX_ID: 'N/A',
      TRX_STATUS: 'Error',
      RETURN_CODE: code,
      DESCRIPTION: texts[code] ?? 'Failure',
      MERCHANT_TRANSACTION_ID: '',
      ENC_PARAMS: '',
      TRX_ID: '',
    }),
  )

export const tellCheckout = (call: Call, merchant: Merchant): WireAnswer => {
  const found = find(call, merchant.merchantId)
  if (!found) return failed('99')
  call.keys.push(...keysOf(found))
  return answerXml(message('transactionStatusResponse', outcomeFields(call.world, found, false)))
}

const collect = (world: World, transaction: Transaction): string => {
  const { payer, payee, amountCents } = transaction
  const organisation = world.store.organisation(market, payee)
  if (!organisation) return '09'
  if (amountCents < limits.leastPayment) return '03'
  if (amountCents > limits.mostPayment) return '04'
  const day = dayOf(world.now)
  if (dayTotal(world.store, day, payer, 'out') + amountCents > limits.mostADay) return '08'
  const to = account(market, payee, organisation.kind === 'till' ? 'merchant' : 'utility')
  if (move(world, transaction.id, account(market, payer, 'customer'), to, amountCents).kind === 'short')
    return '01'
  addToDay(world, day, payer, 'out', amountCents)
  return '00'
}

/** Writes the end and reports it the way the merchant asked for. */
const finish = (world: World, transaction: Transaction, ending: string) =>
  endWith(world, transaction, codeOf(ending), world.now)

const endWith = (world: World, transaction: Transaction, code: string, dueAt: number) => {
  const isPaid = code === '00'
  const finished: Transaction = {
    ...transaction,
    state: isPaid ? 'completed' : code === '06' ? 'cancelled' : 'failed',
    code,
    finishedAt: world.now,
    ...(isPaid && { receipt: newReceipt(world) }),
  }
  world.store.putTransaction(finished)
  const { url, method } = finished.extra
  if (typeof url !== 'string') return
  const fields = outcomeFields(world, finished, true)
  const form = new URLSearchParams(fields).toString()
  const owed = {
    operation: 'g2.checkout-confirm',
    kind: 'checkout-result' as const,
    dueAt,
    keys: keysOf(finished),
  }
  if (method === 'get') {
    const query = `${url.includes('?') ? '&' : '?'}${form}`
    oweXml(world, { ...owed, method: 'GET', url: `${url}${query}`, headers: [], body: '' })
  } else if (method === 'xml') {
    oweXml(world, { ...owed, url, body: message('ResultMsg', fields) })
  } else {
    const headers: [string, string][] = [['Content-Type', 'application/x-www-form-urlencoded']]
    oweXml(world, { ...owed, url, headers, body: form })
  }
}

export const checkoutRules: PromptRules = {
  codes: { paid: '00', cancelled: '06', expired: '05', wrongPin: '11', noMoney: '01' },
  endingOf: (code) => (Object.hasOwn(older, code) ? older[code] : undefined),
  collect,
  finish,
}

/** How each call of a merchant who is not known is answered. */
export const refuseStart = (code: string) => started(code)
export const refuseConfirmation = (code: string) => confirmed(code)
export const refuseStatus = failed
