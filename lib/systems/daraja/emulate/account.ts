import { newReceipt, stamp } from '@/lib/systems/kenya/ids'
import { decimal } from '@/lib/systems/kenya/json'
import {
  accountsOf,
  accountTypes,
  balanceLine,
  creditedAccount,
  nameOf,
  reasons,
  reversePayment,
  statusNames,
} from '@/lib/systems/kenya/payments'
import type { Transaction, World } from '@/lib/world/types'
import { wordsOf } from '../codes'
import { amountOf, field, type Handler, market, refusal } from './call'
import { accept, draft, oweResult, type Parameter, queueTimeout, readOperator } from './operator'

export const reverseTransaction: Handler = (call) => {
  const { world } = call
  const signed = readOperator(call, field(call, 'ReceiverParty'))
  if ('refused' in signed) return signed.refused
  const amount = field(call, 'Amount')
  if (amount === '' && !signed.code) call.notes.push('Amount is missing: the original amount is reversed.')
  const reversal = draft(call, signed, {
    kind: 'reversal',
    amountCents: amountOf(call),
    payer: field(call, 'ReceiverParty'),
    payee: '',
    description: field(call, 'CommandID'),
  })
  const { code, original } = signed.code
    ? { code: signed.code, original: undefined }
    : reversePayment(world, {
        transactionId: reversal.id,
        receipt: field(call, 'TransactionID'),
        shortcode: field(call, 'ReceiverParty'),
        ...(amount !== '' && { amountCents: amountOf(call) }),
      })
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
    { Key: 'DebitAccountBalance', Value: balanceLine(world, original.payee, kind) },
    { Key: 'Amount', Value: decimal(original.amountCents / 100) },
    { Key: 'TransCompletedTime', Value: Number(stamp(world.now)) },
    { Key: 'OriginalTransactionID', Value: original.receipt ?? '' },
    { Key: 'Charge', Value: decimal(0) },
    { Key: 'CreditPartyPublicName', Value: nameOf(world, original.payer) },
    { Key: 'DebitPartyPublicName', Value: nameOf(world, original.payee) },
  ]
}

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
      ? [
          { Key: 'ActionType', Value: 'AccountBalance' },
          { Key: 'ErrorMsg', Value: errorMessage(signed.code) },
          completed,
        ]
      : [
          {
            Key: 'AccountBalance',
            Value: kinds.map((kind) => balanceLine(world, shortcode, kind)).join('&'),
          },
          completed,
        ],
    references: signed.code ? { Key: 'QueueTimeoutURL' } : queueTimeout('abresults'),
  })
  return accept(call, signed)
}

/** With the blank at its end, as captured for a locked operator; that other codes have their own words is unconfirmed. */
const errorMessage = (code: string): string =>
  code === '8006'
    ? 'API Password is locked. '
    : wordsOf(code, { operation: 'daraja.account-balance', place: 'result' })

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
