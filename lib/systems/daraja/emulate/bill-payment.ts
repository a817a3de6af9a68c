import type { Json } from '@/lib/catalogue/types'
import { markets } from '@/lib/msisdn/markets'
import { stampOf } from '@/lib/world/clock'
import type { Transaction, World } from '@/lib/world/types'
import { isObject, keyed, market } from './call'
import { oweCallback } from './messages'

const textIn = (value: Json | undefined, name: string): string => {
  const text = isObject(value) ? value[name] : undefined
  return typeof text === 'string' ? text : ''
}

/** The invoice of the paid account can be cancelled no more: partly paid counts as well. */
const markPaid = (world: World, { reference, finishedAt = world.now }: Transaction) => {
  const record = world.store
    .records('invoices')
    .find(({ value }) => textIn(value, 'accountReference') === reference && textIn(value, 'state') === 'sent')
  if (!record || !isObject(record.value)) return
  world.store.putRecord({ ...record, value: { ...record.value, state: 'paid' }, updatedAt: finishedAt })
}

/** A shortcode that opted in to Bill Manager hears of every payment made to it. */
export const oweBillPayment = (world: World, transaction: Transaction, dueAt: number) => {
  const biller = world.store.record('billers', transaction.payee)?.value
  const url = textIn(biller, 'callbackUrl')
  if (!url) return
  markPaid(world, transaction)
  oweCallback(world, {
    operation: 'daraja.billmanager-optin',
    kind: 'bill-payment',
    url,
    dueAt,
    body: {
      transactionId: transaction.receipt ?? '',
      paidAmount: String(transaction.amountCents / 100),
      msisdn: transaction.payer,
      dateCreated: stampOf(transaction.createdAt, markets[market], 'YYYY-MM-DD'),
      accountReference: transaction.reference ?? '',
      shortCode: transaction.payee,
    },
    keys: keyed(['receipt', transaction.receipt]),
  })
}
