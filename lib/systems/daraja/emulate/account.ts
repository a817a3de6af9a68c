import { newReceipt, stamp } from '@/lib/systems/kenya/ids'
import { account, addToDay, move } from '@/lib/world/ledger'
import type { AccountKind, Transaction, World } from '@/lib/world/types'
import { type Call, centsOf, currency, field, type Handler, market, refusal, shillings } from './call'
import { accept, draft, oweResult, type Parameter, queueTimeout, readOperator } from './operator'
import { decimal } from './wire'

const nameOf = (world: Pick<World, 'store'>, party: string): string => {
  const name = world.store.organisation(market, party)?.name ?? world.store.subscriber(market, party)?.name
  return name ? `${party} - ${name}` : party
}

const creditedAccount = (world: Pick<World, 'store'>, shortcode: string): AccountKind =>
  world.store.organisation(market, shortcode)?.kind === 'till' ? 'merchant' : 'utility'

type Reversal = { code: string; original?: Transaction }

const reverse = (call: Call, reversal: Transaction): Reversal => {
  const { world } = call
  const original = world.store.transactionByReceipt(field(call, 'TransactionID'))
  // Only payments from customers can be taken back by API: Daraja reference, Transaction reversal.
  if (!original || !['stk', 'c2b'].includes(original.kind)) return { code: 'R000002' }
  if (original.state === 'reversed') return { code: 'R000001', original }
  if (original.state !== 'completed') return { code: 'R000002' }
  if (original.payee !== field(call, 'ReceiverParty')) return { code: 'R000002' }
  const amount = field(call, 'Amount')
  if (amount === '') call.notes.push('Amount is missing: the original amount is reversed.')
  // The code for another amount than the original is unconfirmed; this one speaks of a parameter that does not fit.
  else if (centsOf(amount) !== original.amountCents) return { code: '25', original }
  const from = account(market, original.payee, creditedAccount(world, original.payee))
  const to = account(market, original.payer, 'customer')
  if (move(world, reversal.id, from, to, original.amountCents).kind === 'short')
    return { code: '1', original }
  addToDay(world, stamp(original.createdAt).slice(0, 8), original.payer, 'out', -original.amountCents)
  world.store.putTransaction({ ...original, state: 'reversed' })
  return { code: '0', original }
}

export const reverseTransaction: Handler = (call) => {
  const { world } = call
  const signed = readOperator(call, field(call, 'ReceiverParty'))
  if ('refused' in signed) return signed.refused
  const reversal = draft(call, signed, {
    kind: 'reversal',
    amountCents: centsOf(field(call, 'Amount') || '0'),
    payer: field(call, 'ReceiverParty'),
    payee: '',
    description: field(call, 'CommandID'),
  })
  const { code, original } = signed.code ? { code: signed.code } : reverse(call, reversal)
  const receipt = code === '0' ? newReceipt(world) : undefined
  world.store.putTransaction({
    ...reversal,
    receipt,
    amountCents: original?.amountCents ?? reversal.amountCents,
    payee: original?.payer ?? '',
    state: code === '0' ? 'completed' : 'failed',
    code,
    finishedAt: world.now,
    extra: { originalReceipt: field(call, 'TransactionID') },
  })
  oweResult(call, signed, {
    code,
    transactionId: receipt,
    ...(code === '0' && original ? { parameters: reversalParameters(world, original) } : {}),
    references: queueTimeout('reversalresults'),
  })
  return accept(call, signed)
}

const reversalParameters = (world: World, original: Transaction): Parameter[] => {
  const kind = creditedAccount(world, original.payee)
  return [
    { Key: 'DebitAccountBalance', Value: line(world, original.payee, kind) },
    { Key: 'Amount', Value: decimal(original.amountCents / 100) },
    { Key: 'TransCompletedTime', Value: Number(stamp(world.now)) },
    { Key: 'OriginalTransactionID', Value: original.receipt ?? '' },
    { Key: 'Charge', Value: decimal(0) },
    { Key: 'CreditPartyPublicName', Value: nameOf(world, original.payer) },
    { Key: 'DebitPartyPublicName', Value: nameOf(world, original.payee) },
  ]
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
const line = (world: Pick<World, 'store'>, shortcode: string, kind: AccountKind): string => {
  const text = shillings(world.store.balance(account(market, shortcode, kind)))
  return `${accountTitles[kind] ?? kind}|${currency}|${text}|${text}|0.00|0.00`
}

const accountsOf = (kind: 'till' | 'other'): AccountKind[] => [
  'working',
  'float',
  kind === 'till' ? 'merchant' : 'utility',
  'charges',
  'settlement',
]

export const queryBalance: Handler = (call) => {
  const { world } = call
  const shortcode = field(call, 'PartyA')
  const signed = readOperator(call, shortcode)
  if ('refused' in signed) return signed.refused
  const completed: Parameter = { Key: 'BOCompletedTime', Value: Number(stamp(world.now)) }
  const kinds = accountsOf(signed.organisation?.kind === 'till' ? 'till' : 'other')
  oweResult(call, signed, {
    code: signed.code ?? '0',
    parameters: signed.code
      ? [{ Key: 'ActionType', Value: 'AccountBalance' }, completed]
      : [
          { Key: 'AccountBalance', Value: kinds.map((kind) => line(world, shortcode, kind)).join('&') },
          completed,
        ],
    references: signed.code ? { Key: 'QueueTimeoutURL' } : queueTimeout('abresults'),
  })
  return accept(call, signed)
}

const statusNames: Record<Transaction['state'], string> = {
  pending: 'Authorized',
  completed: 'Completed',
  failed: 'Declined',
  cancelled: 'Cancelled',
  reversed: 'Completed',
}

const reasons: Record<string, string> = {
  stk: 'Pay Bill Online',
  c2b: 'Pay Bill Online',
  b2c: 'Business Payment to Customer via API',
  b2pochi: 'Business Payment to Customer via API',
  b2b: 'Business Pay Bill via API',
  tax: 'Pay Tax to KRA via API',
  reversal: 'Transaction Reversal via API',
}

const accountTypes: Record<string, string> = {
  stk: 'MMF Account For Customer',
  c2b: 'MMF Account For Customer',
  b2c: 'Utility Account',
  b2pochi: 'Utility Account',
  b2b: 'Working Account',
  tax: 'Working Account',
  reversal: 'Utility Account',
}

const statusParameters = (world: World, found: Transaction): Parameter[] => [
  { Key: 'DebitPartyName', Value: nameOf(world, found.payer) },
  { Key: 'CreditPartyName', Value: nameOf(world, found.payee) },
  {
    Key: 'OriginatorConversationID',
    Value: found.originatorConversationId ?? found.merchantRequestId ?? '',
  },
  { Key: 'InitiatedTime', Value: Number(stamp(found.createdAt)) },
  { Key: 'DebitAccountType', Value: accountTypes[found.kind] ?? 'Working Account' },
  { Key: 'DebitPartyCharges' },
  { Key: 'TransactionReason' },
  { Key: 'ReasonType', Value: reasons[found.kind] ?? found.kind },
  { Key: 'TransactionStatus', Value: statusNames[found.state] },
  { Key: 'FinalisedTime', Value: Number(stamp(found.finishedAt ?? found.createdAt)) },
  { Key: 'Amount', Value: decimal(found.amountCents / 100) },
  { Key: 'ConversationID', Value: found.conversationId ?? '' },
  { Key: 'ReceiptNo', Value: found.receipt ?? '' },
]

export const queryStatus: Handler = (call) => {
  const { world } = call
  const party = field(call, 'PartyA')
  const receipt = field(call, 'TransactionID')
  const conversation = field(call, 'OriginalConversationID')
  if (!receipt && !conversation) {
    return refusal(world, 400, '400.002.02', 'Bad Request - Invalid TransactionID')
  }
  const found = receipt
    ? world.store.transactionByReceipt(receipt)
    : world.store.transactionByKey(conversation)
  // The party may be a phone; the operator then is of the organisation on the other side.
  const counterpart = found && (found.payer === party ? found.payee : found.payer)
  const shortcode = world.store.organisation(market, party) ? party : (counterpart ?? party)
  const signed = readOperator(call, shortcode)
  if ('refused' in signed) return signed.refused
  const isParty = found !== undefined && (found.payer === party || found.payee === party)
  if (found && !isParty) call.notes.push(`${party} was no party to that transaction.`)
  const code = signed.code ?? (isParty ? '0' : '2032')
  const occasion = field(call, 'Occasion')
  oweResult(call, signed, {
    code,
    ...(code === '0' && found ? { parameters: statusParameters(world, found) } : {}),
    references: occasion ? { Key: 'Occasion', Value: occasion } : { Key: 'Occasion' },
  })
  return accept(call, signed)
}
