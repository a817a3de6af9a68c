import { newReceipt, stamp } from '@/lib/systems/kenya/ids'
import { accountNames, routes, settleBusiness } from '@/lib/systems/kenya/payments'
import { account } from '@/lib/world/ledger'
import type { Organisation, Transaction } from '@/lib/world/types'
import { amountOf, type Call, currency, field, type Handler, market, shillings } from './call'
import { accept, draft, oweResult, type Parameter, queueTimeout, readOperator } from './operator'

export const payBusiness: Handler = (call) => {
  const { world } = call
  const signed = readOperator(call, field(call, 'PartyA'))
  if ('refused' in signed) return signed.refused
  const transaction = draft(call, signed, {
    kind: call.operation.name === 'tax-remittance' ? 'tax' : 'b2b',
    amountCents: amountOf(call),
    payer: field(call, 'PartyA'),
    payee: field(call, 'PartyB'),
    reference: field(call, 'AccountReference'),
    description: field(call, 'CommandID'),
  })
  const receiver = world.store.organisation(market, transaction.payee)
  const code = signed.code ?? settleBusiness(call, transaction, receiver)
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
        : failureOf(call, transaction).parameters,
    references: code === '0' ? referencesOf(call, transaction) : failureOf(call, transaction).references,
  })
  return accept(call, signed)
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

/** A top-up repeats digits as a number: live capture in the Daraja reference. */
const billReference = ({ operation }: Call, { reference }: Transaction): Parameter[] => {
  if (!reference) return []
  const isNumber = operation.name === 'b2c-account-topup' && /^[1-9]\d{0,14}$/.test(reference)
  return [{ Key: 'BillReferenceNumber', Value: isNumber ? Number(reference) : reference }]
}

const occasionOf = (call: Call): Parameter => {
  const occasion = field(call, 'Occassion')
  return occasion ? { Key: 'Occassion', Value: occasion } : { Key: 'Occassion' }
}

const referencesOf = (call: Call, transaction: Transaction): Parameter[] => [
  ...billReference(call, transaction),
  queueTimeout('b2bresults'),
  occasionOf(call),
]

type Failure = { parameters?: Parameter | Parameter[] | undefined; references: Parameter[] }

/** What a failed result carries, call by call: live captures in the Daraja reference. */
const failures: Readonly<Record<string, (call: Call, transaction: Transaction) => Failure>> = {
  'b2b-buygoods': (call) => ({ references: [queueTimeout('b2bresults'), occasionOf(call)] }),
  'b2b-mmf-to-utility': () => ({ references: [queueTimeout('b2bresults')] }),
  'b2c-account-topup': (call, transaction) => ({
    parameters: billReference(call, transaction)[0],
    references: referencesOf(call, transaction),
  }),
  'tax-remittance': (call, transaction) => ({
    parameters: [{ Key: 'BOCompletedTime', Value: stamp(call.world.now) }],
    references: [...billReference(call, transaction), queueTimeout('b2bresults')],
  }),
}

const failureOf = (call: Call, transaction: Transaction): Failure =>
  failures[call.operation.name]?.(call, transaction) ?? {
    parameters: { Key: 'BOCompletedTime', Value: Number(stamp(call.world.now)) },
    references: referencesOf(call, transaction),
  }
