import type { Json } from '@/lib/catalogue/types'
import { field } from '@/lib/systems/gateway/values'
import { amountOf, organisationOf, tillOf, walletOf } from '@/lib/systems/vodacom/call'
import type { WireAnswer } from '@/lib/wire/types'
import { stampOf } from '@/lib/world/clock'
import type { Transaction } from '@/lib/world/types'
import { sandboxCustomer } from '../presets'
import { refuse, settle } from './answers'
import { type Call, marketOf } from './call'
import { success } from './codes'
import { newMandateId, newMsisdnToken } from './ids'
import { customerOf, noCustomer, unknownShortcode } from './parties'
import { draft, finishNow, transfer, triggered } from './pay'

const collection = 'openapi-mandates'

type Mandate = {
  mandateId: string
  msisdn: string
  token: string
  status: 'Active' | 'Pending Approval' | 'Cancelled'
  firstPaymentDate: string
  frequency: string
  from: string
  to: string
  expiryDate: string
  payments: number
}

const keyFor = (call: Call): string =>
  `${call.market.id}:${field(call, 'input_ServiceProviderCode')}:${field(call, 'input_ThirdPartyReference')}`

const mandateOf = (call: Call): Mandate | undefined => {
  const value: Json | undefined = call.world.store.record(collection, keyFor(call))?.value
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as unknown as Mandate)
    : undefined
}

const putMandate = (call: Call, mandate: Mandate) =>
  call.world.store.putRecord({
    collection,
    key: keyFor(call),
    value: { ...mandate },
    updatedAt: call.world.now,
  })

const todayOf = (call: Call) => stampOf(call.world.now, marketOf(call), 'YYYYMMDD')

const statusOf = (call: Call, mandate: Mandate): string =>
  mandate.status === 'Active' && mandate.expiryDate !== '' && mandate.expiryDate < todayOf(call)
    ? 'Expired'
    : mandate.status

const withDays = new Set(['04', '05', '06', '07'])

/** Dates and days go with some frequencies only: M-Pesa OpenAPI portal, direct debit creation. */
const datesProblem = (call: Call): string | undefined => {
  const [frequency, first, from, to, expiry] = [
    'input_Frequency',
    'input_FirstPaymentDate',
    'input_StartRangeOfDays',
    'input_EndRangeOfDays',
    'input_ExpiryDate',
  ].map((name) => field(call, name)) as [string, string, string, string, string]
  const today = todayOf(call)
  if (first && !frequency) return 'INS-39'
  if (from && !withDays.has(frequency)) return 'INS-41'
  if (to && (!withDays.has(frequency) || (from && to < from))) return 'INS-42'
  return expiry && expiry < (first || today) ? 'INS-43' : undefined
}

/** `MANDATE000731` as published in examples; for the test values that need no mandate. */
const cannedToken = 'cXdlcnR5dWlvcGFzZGZnaA=='

export const createMandate = (call: Call): WireAnswer => {
  const { world } = call
  if (!organisationOf(call)) return unknownShortcode(call)
  if (call.trigger !== undefined && call.trigger !== success) return settle(call, { code: call.trigger })
  const customer = customerOf(call)
  if (!customer) return noCustomer(call)
  const wrong = datesProblem(call)
  if (wrong) return refuse(call, wrong, 'Dates and days do not go with the frequency.')
  const earlier = mandateOf(call)
  if (earlier && ['Active', 'Pending Approval'].includes(statusOf(call, earlier))) {
    return refuse(call, 'INS-10', 'A mandate with this reference is in force.')
  }
  const frequency = field(call, 'input_Frequency')
  const mandate: Mandate = {
    mandateId: newMandateId(world),
    msisdn: customer.msisdn,
    token: newMsisdnToken(world),
    // Without the customer's consent, somebody still has to approve it: unconfirmed.
    status: field(call, 'input_AgreedTC') === '1' ? 'Active' : 'Pending Approval',
    firstPaymentDate: field(call, 'input_FirstPaymentDate') || todayOf(call),
    frequency,
    from: field(call, 'input_StartRangeOfDays'),
    to: field(call, 'input_EndRangeOfDays'),
    expiryDate: field(call, 'input_ExpiryDate'),
    payments: 0,
  }
  putMandate(call, mandate)
  return settle(call, {
    code: success,
    carries: {
      TransactionReference: field(call, 'input_ThirdPartyReference'),
      MsisdnToken: mandate.token,
      MandateID: mandate.mandateId,
    },
  })
}

type Found = { mandate: Mandate } | { refused: WireAnswer }

/** The mandate that a call speaks of, whose number, token and id have to be of one piece. */
const findMandate = (call: Call, none: { code: string; message?: string }): Found => {
  const [msisdn, token, id] = ['input_CustomerMSISDN', 'input_MsisdnToken', 'input_MandateID'].map((name) =>
    field(call, name),
  ) as [string, string, string]
  const isQuery = call.operation.name === 'direct-debit-query'
  if (!msisdn && !token) {
    return { refused: refuse(call, isQuery ? 'INS-57' : 'INS-20', 'Neither number nor token was sent.') }
  }
  const mandate = mandateOf(call)
  if (!mandate) {
    call.notes.push('No mandate has this reference.')
    return { refused: settle(call, none) }
  }
  const isHis = (!msisdn || mandate.msisdn === msisdn) && (!token || mandate.token === token)
  if (!isHis && isQuery && !msisdn) return { refused: refuse(call, 'INS-56') }
  if (!isHis) return { refused: refuse(call, 'INS-50', 'Number or token is not that of the mandate.') }
  if (id && mandate.mandateId !== id) return { refused: refuse(call, 'INS-52') }
  return { mandate }
}

/** Why a debit may not be taken now; the code for that is unconfirmed. */
const debitProblem = (call: Call, mandate: Mandate): string | undefined => {
  const status = statusOf(call, mandate)
  const today = todayOf(call)
  const day = today.slice(6)
  if (status !== 'Active') return `The mandate is ${status.toLowerCase()}.`
  if (mandate.firstPaymentDate > today) return `The mandate begins on ${mandate.firstPaymentDate}.`
  if (mandate.frequency === '01' && mandate.payments > 0) return 'The mandate was for one payment.'
  if ((mandate.from && day < mandate.from) || (mandate.to && day > mandate.to)) {
    return `Debits fall on the days ${mandate.from || '01'} to ${mandate.to || '31'}.`
  }
  return undefined
}

const debit = (call: Call, transaction: Transaction): string => {
  const { market, payer, payee } = transaction
  return transfer(call.world, transaction, walletOf(market, payer), tillOf(market, payee))
}

/** Debits the customer without a prompt. */
export const payUnderMandate = (call: Call): WireAnswer => {
  const organisation = organisationOf(call)
  if (!organisation) return unknownShortcode(call)
  const { shortcode } = organisation
  const isCanned =
    call.trigger === success || (field(call, 'input_CustomerMSISDN') === sandboxCustomer && !mandateOf(call))
  const payment = (payer: string, token: string) =>
    draft(call, {
      kind: 'direct-debit',
      payer,
      payee: shortcode,
      reference: field(call, 'input_ThirdPartyReference'),
      extra: { msisdnToken: token },
    })
  const canned = payment(sandboxCustomer, cannedToken)
  const outcome = triggered(call, canned)
  if (outcome) return outcome
  if (isCanned) return finishNow(call, canned, debit(call, canned))
  const found = findMandate(call, { code: 'INS-6' })
  if ('refused' in found) return found.refused
  const { mandate } = found
  const transaction = payment(mandate.msisdn, mandate.token)
  const problem = debitProblem(call, mandate)
  if (problem) {
    call.notes.push(`${problem} The code for that is unconfirmed.`)
    return finishNow(call, transaction, 'INS-6')
  }
  const code = debit(call, transaction)
  if (code === success) putMandate(call, { ...mandate, payments: mandate.payments + 1 })
  return finishNow(call, transaction, code)
}

/** Portal, testing page: what these numbers stand for. */
const accountStates: Record<string, string> = {
  '000000000001': 'Active',
  '000000000002': 'Pending Approval',
  '000000000003': 'Locked',
  '000000000004': 'Inactive',
}
const mandateStates: Record<string, string> = {
  '000001': 'Active',
  '000002': 'Pending Approval',
  '000003': 'Cancelled',
  '000004': 'Expired',
}
/** Above it the sandbox says that the balance does not suffice. */
const cannedBalance = 500_00

const covers = (call: Call, availableCents: number): string =>
  (amountOf(field(call, 'input_BalanceAmount')) ?? 0) <= availableCents ? 'True' : 'False'

export const queryMandate = (call: Call): WireAnswer => {
  if (!organisationOf(call)) return unknownShortcode(call)
  const msisdn = field(call, 'input_CustomerMSISDN')
  const reference = field(call, 'input_ThirdPartyReference')
  if (call.trigger !== undefined && call.trigger !== success) return settle(call, { code: call.trigger })
  const isTested = field(call, 'input_QueryBalanceAmount') === 'True'
  if (isTested && !field(call, 'input_BalanceAmount')) return refuse(call, 'INS-55')
  const accountStatus = accountStates[msisdn] ?? 'Active'
  if (call.trigger === success) {
    if (!msisdn && !field(call, 'input_MsisdnToken')) return refuse(call, 'INS-57')
    const id = field(call, 'input_MandateID')
    return settle(call, {
      code: success,
      carries: {
        TransactionReference: reference,
        SufficientBalance: covers(call, cannedBalance),
        MsisdnToken: field(call, 'input_MsisdnToken') || cannedToken,
        MandateID: id || '000001',
        MandateStatus: mandateStates[id] ?? 'Active',
        AccountStatus: accountStatus,
        FirstPaymentDate: todayOf(call),
        Frequency: '04',
        PaymentDayFrom: '01',
        PaymentDayTo: '31',
        ExpiryDate: '20991231',
      },
    })
  }
  const found = findMandate(call, { code: 'INS-58' })
  if ('refused' in found) return found.refused
  const { mandate } = found
  const balance = call.world.store.balance(walletOf(call.market.id, mandate.msisdn))
  return settle(call, {
    code: success,
    carries: {
      TransactionReference: reference,
      SufficientBalance: isTested ? covers(call, balance) : 'N/A',
      MsisdnToken: mandate.token,
      MandateID: mandate.mandateId,
      MandateStatus: statusOf(call, mandate),
      AccountStatus: accountStatus,
      FirstPaymentDate: mandate.firstPaymentDate,
      Frequency: mandate.frequency,
      PaymentDayFrom: mandate.from,
      PaymentDayTo: mandate.to,
      ExpiryDate: mandate.expiryDate,
    },
  })
}

const noMandate = { code: 'INS-6', message: 'Mandate does not exist' }

export const cancelMandate = (call: Call): WireAnswer => {
  if (!organisationOf(call)) return unknownShortcode(call)
  const carries = (token: string) => ({
    TransactionReference: field(call, 'input_ThirdPartyReference'),
    MsisdnToken: token,
  })
  if (call.trigger === success) return settle(call, { code: success, carries: carries(cannedToken) })
  if (call.trigger !== undefined) {
    return settle(call, call.trigger === 'INS-6' ? noMandate : { code: call.trigger })
  }
  const found = findMandate(call, noMandate)
  if ('refused' in found) return found.refused
  const { mandate } = found
  if (mandate.status === 'Cancelled') return settle(call, noMandate)
  putMandate(call, { ...mandate, status: 'Cancelled' })
  return settle(call, { code: success, carries: carries(mandate.token) })
}
