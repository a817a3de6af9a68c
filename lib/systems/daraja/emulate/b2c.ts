import { markets } from '@/lib/msisdn/markets'
import { phoneEndings, resultEndings } from '@/lib/systems/kenya/codes'
import { dayOf, newReceipt } from '@/lib/systems/kenya/ids'
import { limits } from '@/lib/systems/kenya/limits'
import { stampOf } from '@/lib/world/clock'
import { account, addToDay, dayTotal, move } from '@/lib/world/ledger'
import { endingOf, subscriberOf } from '@/lib/world/phones'
import type { Subscriber, Transaction } from '@/lib/world/types'
import { type Call, centsOf, field, type Handler, market, refusal } from './call'
import { accept, draft, oweResult, type Parameter, queueTimeout, readOperator } from './operator'
import { decimal } from './wire'

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
    amountCents: centsOf(field(call, 'Amount')),
    payer: field(call, 'PartyA'),
    payee: receiver.msisdn,
    description: field(call, 'CommandID'),
    receipt: newReceipt(world),
  })
  const code = signed.code ?? settle(call, transaction)
  world.store.putTransaction({
    ...transaction,
    state: code === '0' ? 'completed' : 'failed',
    code,
    finishedAt: world.now,
    ...(code === '0' ? {} : { receipt: undefined }),
  })
  oweResult(call, signed, {
    code,
    transactionId: transaction.receipt,
    ...(code === '0' ? { parameters: parametersOf(call, transaction, receiver) } : {}),
    references: referenceFor(call),
  })
  return accept(call, signed)
}

const settle = (call: Call, transaction: Transaction): string => {
  const { world } = call
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
