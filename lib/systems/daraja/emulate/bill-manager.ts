import type { Json } from '@/lib/catalogue/types'
import { answerJson } from '@/lib/systems/kenya/json'
import { objectOf } from '@/lib/wire/json'
import type { Values, WireAnswer } from '@/lib/wire/types'
import type { World } from '@/lib/world/types'
import { type Call, field, type Handler, market, textIn } from './call'

type Biller = { shortcode: string; appKey: string; callbackUrl: string }

const success = (extra: Record<string, Json> = {}): WireAnswer =>
  answerJson(200, { ...extra, resmsg: 'Success', rescode: '200' })

/** Business refusals travel under HTTP 200. unconfirmed: the status, and every message that is marked so below. */
export const conflict = (message: string, extra: Record<string, Json> = {}): WireAnswer =>
  answerJson(200, { Status_Message: message, resmsg: 'Conflict', rescode: '409', ...extra })

const billers = (world: Pick<World, 'store'>): Biller[] =>
  world.store.records('billers').flatMap((record) => {
    const value = objectOf(record.value)
    return value ? [value as Biller] : []
  })

const put = (call: Call, biller: Biller) =>
  call.world.store.putRecord({
    collection: 'billers',
    key: biller.shortcode,
    value: biller,
    updatedAt: call.world.now,
  })

export const optIn: Handler = (call) => {
  const shortcode = field(call, 'shortcode')
  // unconfirmed: the words for a shortcode that nobody has.
  if (!call.world.store.organisation(market, shortcode)) return conflict('Shortcode is not known')
  if (call.world.store.record('billers', shortcode)) return conflict('Biller already Registered')
  const { ids } = call.world
  const appKey = `AG_${1_000_000_000 + ids.number(999_999_999)}_${100_000_000 + ids.number(899_999_999)}${ids.alphanumeric(2)}`
  put(call, { shortcode, appKey, callbackUrl: field(call, 'callbackurl') })
  return answerJson(200, { app_key: appKey, resmsg: 'Success', rescode: '200' })
}

/** The biller whose app_key the header carries; without one, the only biller there is. */
const billerOf = (call: Call): Biller | undefined => {
  const known = billers(call.world)
  const key = field(call, 'header:app_key')
  const named = known.find((biller) => biller.appKey === key)
  if (named || call.isStrict) return named
  if (key) call.notes.push('The app_key in the header is not one that the opt-in call gave.')
  else call.notes.push('The header app_key is missing; accepted.')
  return known[0]
}

/** Runs a call that only a biller may make. */
const asBiller =
  (run: (call: Call, biller: Biller | undefined) => WireAnswer): Handler =>
  (call) => {
    const biller = billerOf(call)
    if (!biller) {
      call.notes.push('No shortcode has opted in to Bill Manager yet: call opt-in first.')
      // unconfirmed: the words.
      if (call.isStrict) return conflict('Biller is not registered')
    }
    return run(call, biller)
  }

export const changeOptIn = asBiller((call, biller) => {
  if (biller) put(call, { ...biller, callbackUrl: field(call, 'callbackurl') })
  return success()
})

const invoiceKey = (item: Values) => textIn(item, 'externalReference')

const putInvoice = (call: Call, item: Values) =>
  call.world.store.putRecord({
    collection: 'invoices',
    key: invoiceKey(item),
    value: {
      accountReference: textIn(item, 'accountReference'),
      amount: textIn(item, 'amount'),
      name: textIn(item, 'invoiceName'),
      state: 'sent',
    },
    updatedAt: call.world.now,
  })

const invoiceOf = (call: Call, item: Values): Record<string, Json> | undefined => {
  return objectOf(call.world.store.record('invoices', invoiceKey(item))?.value)
}

export const sendInvoices = asBiller((call) => {
  const references = call.items.map(invoiceKey)
  const isRepeated =
    new Set(references).size !== references.length ||
    call.items.some((item) => {
      const known = invoiceOf(call, item)
      return known !== undefined && known.state !== 'cancelled'
    })
  // unconfirmed: the words; that a repeated externalReference is a conflict is documented.
  if (isRepeated) return conflict('externalReference was used before')
  for (const item of call.items) putInvoice(call, item)
  return success({ Status_Message: 'Invoice sent successfully' })
})

export const changeInvoices = asBiller((call) => {
  if (call.items.some((item) => !invoiceOf(call, item))) {
    // unconfirmed: the words.
    if (call.isStrict) return conflict('Invoice does not exist')
    call.notes.push('An invoice with that externalReference was never sent; accepted.')
  }
  for (const item of call.items) putInvoice(call, item)
  return success({ Status_Message: 'Invoice sent successfully' })
})

export const cancelInvoices = asBiller((call) => {
  const known = call.items.map((item) => ({ item, invoice: invoiceOf(call, item) }))
  if (known.some(({ invoice }) => invoice?.state === 'paid')) {
    return conflict('partially or fully paid invoices cannot be cancelled.', { errors: [] })
  }
  if (known.some(({ invoice }) => !invoice)) {
    // unconfirmed: the words.
    if (call.isStrict) return conflict('Invoice does not exist', { errors: [] })
    call.notes.push('An invoice with that externalReference was never sent; accepted.')
  }
  for (const { item, invoice } of known) {
    if (!invoice) continue
    call.world.store.putRecord({
      collection: 'invoices',
      key: invoiceKey(item),
      value: { ...invoice, state: 'cancelled' },
      updatedAt: call.world.now,
    })
  }
  return answerJson(200, {
    Status_Message: 'Invoice cancelled successfully.',
    resmsg: 'Success',
    rescode: '200',
    errors: [],
  })
})

export const reconcile = asBiller((call) => {
  const [item] = call.items
  const invoice = item && invoiceOf(call, item)
  if (item && invoice) {
    call.world.store.putRecord({
      collection: 'invoices',
      key: invoiceKey(item),
      value: { ...invoice, state: 'paid' },
      updatedAt: call.world.now,
    })
  }
  return success()
})
