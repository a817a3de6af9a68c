import { markets } from '@/lib/msisdn/markets'
import { keyed } from '@/lib/systems/shared/wire'
import { objectOf, pickText } from '@/lib/wire/json'
import { stampOf } from '@/lib/world/clock'
import type { Transaction, World } from '@/lib/world/types'
import { oweJson } from './json'
import { market } from './money'

/** The invoice of the paid account can be cancelled no more: partly paid counts as well. */
const markPaid = (world: World, { reference, finishedAt = world.now }: Transaction) => {
  for (const record of world.store.records('invoices')) {
    const invoice = objectOf(record.value)
    if (invoice?.accountReference !== reference || invoice?.state !== 'sent') continue
    world.store.putRecord({ ...record, value: { ...invoice, state: 'paid' }, updatedAt: finishedAt })
    return
  }
}

/** A shortcode that opted in to Bill Manager hears of every payment made to it. */
export const oweBillPayment = (world: World, transaction: Transaction, dueAt: number) => {
  const url = pickText(objectOf(world.store.record('billers', transaction.payee)?.value), 'callbackUrl')
  if (!url) return
  markPaid(world, transaction)
  oweJson(world, {
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
