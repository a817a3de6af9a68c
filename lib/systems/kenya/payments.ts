import { account, addToDay, dayTotal, move } from '@/lib/world/ledger'
import { endingOf } from '@/lib/world/phones'
import type { AccountKind, Organisation, Transaction, World } from '@/lib/world/types'
import { resultEndings } from './codes'
import { dayOf, stamp } from './ids'
import { limits } from './limits'
import { currency, market, shillings } from './money'

/** What the core does with money, whichever interface asks for it. */

/** From the utility account of an organisation to a phone: the code with which it ends. */
export const settlePayout = (world: World, transaction: Transaction): string => {
  const { payer, payee, amountCents } = transaction
  if (amountCents < limits.leastPayout) return '2'
  if (amountCents > limits.mostPayment) return '3'
  const ending = endingOf(payee, resultEndings)
  if (ending) return ending
  const wallet = account(market, payee, 'customer')
  if (world.store.balance(wallet) + amountCents > limits.mostInWallet) return '8'
  const day = dayOf(world.now)
  if (dayTotal(world.store, day, payee, 'in') + amountCents > limits.mostADay) return '4'
  const utility = account(market, payer, 'utility')
  if (move(world, transaction.id, utility, wallet, amountCents).kind === 'short') return '1'
  addToDay(world, day, payee, 'in', amountCents)
  return '0'
}

type Route = { from: AccountKind; to: AccountKind; isInward?: true }

/** Which account pays and which receives, by command: Daraja reference, B2B. */
export const routes: Record<string, Route> = {
  BusinessPayBill: { from: 'working', to: 'utility' },
  BusinessBuyGoods: { from: 'working', to: 'merchant' },
  BusinessPayToBulk: { from: 'working', to: 'utility' },
  BusinessTransferFromMMFToUtility: { from: 'working', to: 'utility', isInward: true },
  DisburseFundsToBusiness: { from: 'utility', to: 'working' },
  BusinessToBusinessTransfer: { from: 'working', to: 'working' },
  MerchantToMerchantTransfer: { from: 'merchant', to: 'merchant' },
  PayTaxToKRA: { from: 'working', to: 'utility' },
}

export const accountNames: Partial<Record<AccountKind, string>> = {
  working: 'Working Account',
  utility: 'Utility Account',
  merchant: 'Merchant Account',
}

/** unconfirmed: no source shows how a registration number that KRA does not know ends; 12 is what fits best. */
const isNobodysNumber = (number: string | undefined): boolean => /^\D*0+\D*$/.test(number ?? '')

/** Between organisations: the code with which it ends. */
export const settleBusiness = (
  call: { world: World; notes: string[]; isStrict: boolean },
  transaction: Transaction,
  receiver: Organisation | undefined,
): string => {
  const { payer, payee, amountCents } = transaction
  const route = routes[transaction.description ?? '']
  if (!route) return '29'
  if (amountCents < limits.leastPayment) return '2'
  const ending = receiver ? undefined : endingOf(payee, resultEndings)
  if (ending) return ending
  if (!receiver) return 'SFC_IC0003'
  // Money inside one shortcode moves only with the command made for it, and that one never leaves it.
  if (Boolean(route.isInward) !== (payer === payee)) return '21'
  if (transaction.description === 'PayTaxToKRA' && isNobodysNumber(transaction.reference)) {
    call.notes.push(
      'Here a payment registration number whose digits are all zeros is one that KRA never gave.',
    )
    return '12'
  }
  const isTill = receiver.kind === 'till'
  if (transaction.description === 'BusinessBuyGoods' && !isTill) {
    if (call.isStrict) return 'SFC_IC0003'
    call.notes.push(`${payee} is no till; production may answer SFC_IC0003.`)
  }
  if (transaction.description === 'BusinessPayBill' && isTill) {
    if (call.isStrict) return 'SFC_IC0003'
    call.notes.push(`${payee} is a till, not a paybill; production may answer SFC_IC0003.`)
  }
  const from = account(market, payer, route.from)
  const to = account(market, payee, route.to)
  return move(call.world, transaction.id, from, to, amountCents).kind === 'short' ? '1' : '0'
}

export const nameOf = (world: Pick<World, 'store'>, party: string): string => {
  const name = world.store.organisation(market, party)?.name ?? world.store.subscriber(market, party)?.name
  return name ? `${party} - ${name}` : party
}

export const creditedAccount = (world: Pick<World, 'store'>, shortcode: string): AccountKind =>
  world.store.organisation(market, shortcode)?.kind === 'till' ? 'merchant' : 'utility'

export type Reversal = { code: string; original?: Transaction }

export type ReversalOrder = {
  /** Groups the postings. */
  transactionId: string
  receipt: string
  /** The organisation that asks; only its own payments can be given back. Absent where the request names none. */
  shortcode?: string
  amountCents?: number
}

/** Gives a customer's payment back. */
export const reversePayment = (world: World, order: ReversalOrder): Reversal => {
  const original = world.store.transactionByReceipt(order.receipt)
  // Only payments from customers can be taken back by API: Daraja reference, Transaction reversal.
  if (!original || !['stk', 'c2b', 'checkout'].includes(original.kind)) return { code: 'R000002' }
  if (original.state === 'reversed') return { code: 'R000001', original }
  if (original.state !== 'completed') return { code: 'R000002' }
  if (order.shortcode !== undefined && original.payee !== order.shortcode) return { code: 'R000002' }
  // The code for another amount than the original is unconfirmed; this one speaks of a parameter that does not fit.
  if (order.amountCents !== undefined && order.amountCents !== original.amountCents)
    return { code: '25', original }
  const from = account(market, original.payee, creditedAccount(world, original.payee))
  const to = account(market, original.payer, 'customer')
  if (move(world, order.transactionId, from, to, original.amountCents).kind === 'short')
    return { code: '1', original }
  addToDay(world, stamp(original.createdAt).slice(0, 8), original.payer, 'out', -original.amountCents)
  world.store.putTransaction({ ...original, state: 'reversed' })
  return { code: '0', original }
}

const accountTitles: Partial<Record<AccountKind, string>> = {
  working: 'Working Account',
  float: 'Float Account',
  utility: 'Utility Account',
  merchant: 'Merchant Account',
  charges: 'Charges Paid Account',
  settlement: 'Organization Settlement Account',
}

/** Name, currency, then current, available, reserved and uncleared money. */
export const balanceLine = (world: Pick<World, 'store'>, shortcode: string, kind: AccountKind): string => {
  const text = shillings(world.store.balance(account(market, shortcode, kind)))
  return `${accountTitles[kind] ?? kind}|${currency}|${text}|${text}|0.00|0.00`
}

export const accountsOf = (kind: 'till' | 'other'): AccountKind[] => [
  'working',
  'float',
  kind === 'till' ? 'merchant' : 'utility',
  'charges',
  'settlement',
]

export const statusNames: Record<Transaction['state'], string> = {
  pending: 'Authorized',
  completed: 'Completed',
  failed: 'Declined',
  cancelled: 'Cancelled',
  reversed: 'Completed',
}

export const reasons: Record<string, string> = {
  stk: 'Pay Bill Online',
  c2b: 'Pay Bill Online',
  checkout: 'Pay Bill Online',
  b2c: 'Business Payment to Customer via API',
  b2pochi: 'Business Payment to Customer via API',
  b2b: 'Business Pay Bill via API',
  tax: 'Pay Tax to KRA via API',
  reversal: 'Transaction Reversal via API',
}

export const accountTypes: Record<string, string> = {
  stk: 'MMF Account For Customer',
  c2b: 'MMF Account For Customer',
  checkout: 'MMF Account For Customer',
  b2c: 'Utility Account',
  b2pochi: 'Utility Account',
  b2b: 'Working Account',
  tax: 'Working Account',
  reversal: 'Utility Account',
}
