import { markets } from '@/lib/msisdn/markets'
import { phoneEndings } from '@/lib/systems/kenya/codes'
import { newReceipt } from '@/lib/systems/kenya/ids'
import { decimal } from '@/lib/systems/kenya/json'
import { settlePayout } from '@/lib/systems/kenya/payments'
import { stampOf } from '@/lib/world/clock'
import { account } from '@/lib/world/ledger'
import { subscriberOf } from '@/lib/world/phones'
import type { Subscriber, Transaction } from '@/lib/world/types'
import { amountOf, type Call, field, type Handler, market, refusal } from './call'
import { accept, draft, oweResult, type Parameter, queueTimeout, readOperator } from './operator'

/** B2C and B2Pochi: from the utility account of an organisation to a phone. */
export const payOut: Handler = (call) => {
  const { world } = call
  const own = field(call, 'OriginatorConversationID')
  if (own !== '' && world.store.record('originator-ids', own)) {
    return refusal(world, 500, '500.002.1001', 'Duplicate OriginatorConversationID.')
  }
  const signed = readOperator(call, field(call, 'PartyA'))
  if ('refused' in signed) return signed.refused
  if (own !== '') {
    world.store.putRecord({ collection: 'originator-ids', key: own, value: true, updatedAt: world.now })
  }
  const receiver = subscriberOf(world, market, field(call, 'PartyB'), phoneEndings)
  const transaction = draft(call, signed, {
    kind: call.operation.name === 'b2pochi' ? 'b2pochi' : 'b2c',
    amountCents: amountOf(call),
    payer: field(call, 'PartyA'),
    payee: receiver.msisdn,
    description: field(call, 'CommandID'),
    receipt: newReceipt(world),
  })
  const code = signed.code ?? settlePayout(world, transaction)
  world.store.putTransaction({
    ...transaction,
    state: code === '0' ? 'completed' : 'failed',
    code,
    finishedAt: world.now,
    ...(code === '0' ? {} : { receipt: undefined }),
  })
  oweResult(call, signed, {
    code,
    // A failed B2Pochi has no receipt and names who would have been paid; B2C has a receipt and names nobody.
    transactionId: code === '0' || transaction.kind === 'b2c' ? transaction.receipt : undefined,
    parameters:
      code === '0'
        ? parametersOf(call, transaction, receiver)
        : transaction.kind === 'b2pochi'
          ? { Key: 'CreditPartyName', Value: `${receiver.msisdn} - ${receiver.name}` }
          : undefined,
    references: referenceFor(call),
  })
  return accept(call, signed)
}

const parametersOf = (call: Call, transaction: Transaction, receiver: Subscriber): Parameter[] => {
  const { store, now } = call.world
  const available = (kind: 'charges' | 'utility' | 'working') =>
    decimal(store.balance(account(market, transaction.payer, kind)) / 100, 2)
  return [
    { Key: 'TransactionAmount', Value: transaction.amountCents / 100 },
    { Key: 'TransactionReceipt', Value: transaction.receipt ?? '' },
    { Key: 'B2CRecipientIsRegisteredCustomer', Value: 'Y' },
    { Key: 'B2CChargesPaidAccountAvailableFunds', Value: available('charges') },
    { Key: 'ReceiverPartyPublicName', Value: `${receiver.msisdn} - ${receiver.name}` },
    {
      Key: 'TransactionCompletedDateTime',
      Value: stampOf(now, markets.kenya, 'DD.MM.YYYY HH:mm:ss'),
    },
    { Key: 'B2CUtilityAccountAvailableFunds', Value: available('utility') },
    { Key: 'B2CWorkingAccountAvailableFunds', Value: available('working') },
  ]
}

/** B2Pochi repeats the caller's own URL, B2C names the gateway's: live captures in the Daraja reference. */
const referenceFor = (call: Call): Parameter =>
  call.operation.name === 'b2pochi'
    ? { Key: 'QueueTimeoutURL', Value: field(call, 'QueueTimeOutURL') }
    : queueTimeout('b2cresults')
