import { resultEndings } from '@/lib/systems/kenya/codes'
import { newReceipt, stamp } from '@/lib/systems/kenya/ids'
import { limits } from '@/lib/systems/kenya/limits'
import { account, move } from '@/lib/world/ledger'
import { endingOf } from '@/lib/world/phones'
import type { AccountKind, Organisation, Transaction } from '@/lib/world/types'
import { type Call, centsOf, currency, field, type Handler, market, shillings } from './call'
import { accept, draft, oweResult, type Parameter, queueTimeout, readOperator } from './operator'

type Route = { from: AccountKind; to: AccountKind; isInward?: true }

/** Which account pays and which receives, by command: Daraja reference, B2B. */
const routes: Record<string, Route> = {
  BusinessPayBill: { from: 'working', to: 'utility' },
  BusinessBuyGoods: { from: 'working', to: 'merchant' },
  BusinessPayToBulk: { from: 'working', to: 'utility' },
  BusinessTransferFromMMFToUtility: { from: 'working', to: 'utility', isInward: true },
  DisburseFundsToBusiness: { from: 'utility', to: 'working' },
  BusinessToBusinessTransfer: { from: 'working', to: 'working' },
  MerchantToMerchantTransfer: { from: 'merchant', to: 'merchant' },
  PayTaxToKRA: { from: 'working', to: 'utility' },
}

const accountNames: Partial<Record<AccountKind, string>> = {
  working: 'Working Account',
  utility: 'Utility Account',
  merchant: 'Merchant Account',
}

export const payBusiness: Handler = (call) => {
  const { world } = call
  const signed = readOperator(call, field(call, 'PartyA'))
  if ('refused' in signed) return signed.refused
  const transaction = draft(call, signed, {
    kind: call.operation.name === 'tax-remittance' ? 'tax' : 'b2b',
    amountCents: centsOf(field(call, 'Amount')),
    payer: field(call, 'PartyA'),
    payee: field(call, 'PartyB'),
    reference: field(call, 'AccountReference'),
    description: field(call, 'CommandID'),
  })
  const receiver = world.store.organisation(market, transaction.payee)
  const code = signed.code ?? settle(call, transaction, receiver)
  const receipt = code === '0' ? newReceipt(world) : undefined
  world.store.putTransaction({
    ...transaction,
    receipt,
    state: code === '0' ? 'completed' : 'failed',
    code,
    finishedAt: world.now,
  })
  oweResult(call, signed, {
    code,
    transactionId: receipt,
    parameters:
      code === '0' && receiver
        ? parametersOf(call, transaction, receiver)
        : { Key: 'BOCompletedTime', Value: Number(stamp(world.now)) },
    references: referencesOf(call, transaction),
  })
  return accept(call, signed)
}

const settle = (call: Call, transaction: Transaction, receiver: Organisation | undefined): string => {
  const { payer, payee, amountCents } = transaction
  const route = routes[transaction.description ?? '']
  if (!route) return '29'
  if (amountCents < limits.leastPayment) return '2'
  const ending = receiver ? undefined : endingOf(payee, resultEndings)
  if (ending) return ending
  if (!receiver) return 'SFC_IC0003'
  // Money inside one shortcode moves only with the command made for it, and that one never leaves it.
  if (Boolean(route.isInward) !== (payer === payee)) return '21'
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

/** `{Amount={CurrencyCode=KES, MinimumAmount=912540, BasicAmount=9125.40}}`, with the cents in the middle. */
const coreAmount = (cents: number) =>
  `{Amount={CurrencyCode=${currency}, MinimumAmount=${cents}, BasicAmount=${shillings(cents)}}}`

const parametersOf = (call: Call, transaction: Transaction, receiver: Organisation): Parameter[] => {
  const kind = routes[transaction.description ?? '']?.from ?? 'working'
  const balance = call.world.store.balance(account(market, transaction.payer, kind))
  const text = shillings(balance)
  return [
    { Key: 'DebitAccountBalance', Value: coreAmount(balance) },
    { Key: 'Amount', Value: shillings(transaction.amountCents) },
    {
      Key: 'DebitPartyAffectedAccountBalance',
      Value: `${accountNames[kind] ?? kind}|${currency}|${text}|${text}|0.00|0.00`,
    },
    { Key: 'TransCompletedTime', Value: stamp(call.world.now) },
    { Key: 'DebitPartyCharges', Value: '' },
    { Key: 'ReceiverPartyPublicName', Value: `${receiver.shortcode} - ${receiver.name}` },
    { Key: 'Currency', Value: currency },
    { Key: 'InitiatorAccountCurrentBalance', Value: coreAmount(balance) },
  ]
}

const referencesOf = (call: Call, transaction: Transaction): Parameter[] => {
  const occasion = field(call, 'Occassion')
  return [
    ...(transaction.reference ? [{ Key: 'BillReferenceNumber', Value: transaction.reference }] : []),
    queueTimeout('b2bresults'),
    ...(transaction.kind === 'tax'
      ? []
      : [occasion ? { Key: 'Occassion', Value: occasion } : { Key: 'Occassion' }]),
  ]
}
