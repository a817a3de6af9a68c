import { darajaOperations } from '@/lib/catalogue/daraja'
import type { Operation } from '@/lib/catalogue/types'
import { nearestOf } from '@/lib/systems/shared/nearest'
import { headerOf, tidyPath } from '@/lib/wire/http'
import type { Emulated, Values, WireAnswer, WireMessage } from '@/lib/wire/types'
import { withFaults } from '@/lib/world/faults'
import type { World } from '@/lib/world/types'
import { queryBalance, queryStatus, reverseTransaction } from './account'
import { payBusiness } from './b2b'
import { payOut } from './b2c'
import {
  cancelInvoices,
  changeInvoices,
  changeOptIn,
  conflict,
  optIn,
  reconcile,
  sendInvoices,
} from './bill-manager'
import { type Body, readAliases, readBody } from './body'
import { calculatePoints, redeemPoints } from './bonga'
import { registerUrls, simulatePayment } from './c2b'
import { type Call, type Handler, refusal, textIn } from './call'
import { checkFields, type Fault } from './check'
import { checkoutByUssd } from './express'
import {
  checkAge,
  checkImsi,
  checkName,
  checkSimSwap,
  describeOrganisation,
  nameAccount,
  validateNumber,
} from './lookups'
import { queryPull, registerPull } from './pull'
import { generateQr } from './qr'
import { createOrder, refuseOrder } from './ratiba'
import { pushStk, queryStk } from './stk'
import { issueToken, readToken, refuseToken } from './token'

const handlers: Record<string, Handler> = {
  'stk-push': pushStk,
  'stk-query': queryStk,
  'c2b-register-v1': registerUrls,
  'c2b-register-v2': registerUrls,
  'c2b-simulate-v1': simulatePayment,
  'c2b-simulate-v2': simulatePayment,
  'pull-register': registerPull,
  'pull-query': queryPull,
  'c2b-hakikisha-notify': nameAccount,
  'b2c-v1': payOut,
  'b2c-v3': payOut,
  b2pochi: payOut,
  'b2c-hakikisha': checkName,
  'b2b-paybill': payBusiness,
  'b2b-buygoods': payBusiness,
  'b2c-account-topup': payBusiness,
  'b2b-mmf-to-utility': payBusiness,
  'b2b-historic-disburse': payBusiness,
  'b2b-historic-transfer': payBusiness,
  'b2b-historic-merchant': payBusiness,
  'tax-remittance': payBusiness,
  'b2b-express-checkout': checkoutByUssd,
  'query-org-info': describeOrganisation,
  reversal: reverseTransaction,
  'transaction-status': queryStatus,
  'account-balance': queryBalance,
  'dynamic-qr': generateQr,
  'billmanager-optin': optIn,
  'billmanager-change-optin': changeOptIn,
  'billmanager-single-invoice': sendInvoices,
  'billmanager-bulk-invoice': sendInvoices,
  'billmanager-change-invoice': changeInvoices,
  'billmanager-change-invoices': changeInvoices,
  'billmanager-reconciliation': reconcile,
  'billmanager-cancel-single': cancelInvoices,
  'billmanager-cancel-bulk': cancelInvoices,
  'ratiba-create': createOrder,
  'bonga-calculate': calculatePoints,
  'bonga-redeem': redeemPoints,
  'imsi-check': checkImsi,
  'sim-swap': checkSimSwap,
  'age-on-network': checkAge,
  'mobile-number-validation': validateNumber,
}

/** Fields that clients leave out and the lenient reading does without. */
const optionalWhenLenient: Record<string, string[]> = { reversal: ['Amount'] }

/** Other spellings of paths that some clients use: Daraja reference, Bill Manager and Bonga notes. */
const otherPaths: Record<string, string> = {
  '/v1/billmanager-invoice/cancel-bulk-invoice': '/v1/billmanager-invoice/cancel-bulk-invoices',
  '/v1/billmanager-invoice/update/single-invoicing': '/v1/billmanager-invoice/change-invoice',
  '/v1/lipa/na/bonga/calculator-points': '/v1/lipa/na/bonga/calculate-points',
}

const tidy = (path: string): string => {
  const once = tidyPath(path).replace(
    '/v1/billmanager-invoice/v1/billmanager-invoice/',
    '/v1/billmanager-invoice/',
  )
  return otherPaths[once] ?? once
}

const byPath = new Map<string, Operation[]>()
for (const operation of darajaOperations) {
  byPath.set(operation.path, [...(byPath.get(operation.path) ?? []), operation])
}

const isCommand = (operation: Operation, command: string) =>
  operation.fields.some(
    (field) =>
      field.name === 'CommandID' &&
      (field.const === command || field.choices?.some((choice) => choice.value === command)),
  )

/** Several operations share one path; the command id tells them apart. */
const choose = (operations: readonly Operation[], values: Values): Operation | undefined => {
  if (operations.length < 2) return operations[0]
  const command = textIn(values, 'CommandID')
  return operations.find((operation) => isCommand(operation, command))
}

/** A refused field, in the words of the product. */
const refuseField = (operation: Operation, fault: Fault, world: World): WireAnswer => {
  const name = fault.field.name.split('.').at(-1) ?? fault.field.name
  // unconfirmed: the words of Bill Manager and Ratiba for a bad field; only the shape is known.
  if (operation.name.startsWith('billmanager-')) return conflict(`Invalid ${name}`)
  if (operation.name === 'ratiba-create') return refuseOrder(world, `Value in field '${name}' is not valid`)
  // C2B registration answers with the bare text when something is missing or a URL is refused.
  if (operation.name.startsWith('c2b-register') && (fault.isMissing || fault.field.kind === 'url')) {
    return refusal(world, 400, '400.003.02', 'Bad Request')
  }
  return refusal(world, 400, '400.002.02', `Bad Request - Invalid ${name}`)
}

const firstBodyField = (operation: Operation) =>
  operation.fields.find((field) => field.in === undefined || field.in === 'body')?.name ?? 'Request'

const answer = (message: WireMessage, world: World, notes: string[]): Emulated => {
  const path = tidy(message.path)
  const operations = byPath.get(path)
  const [first] = operations ?? []
  const refused = (wire: WireAnswer, operation?: Operation): Emulated => ({
    answer: wire,
    notes,
    keys: [],
    ...(operation ? { operation: operation.id } : {}),
  })
  if (!operations || !first) {
    const meant = nearestOf(path, byPath.keys())
    notes.push(meant ? `No such path. Did you mean ${meant}?` : 'No such path.')
    return refused(refusal(world, 404, '404.001.01', 'Resource not found'))
  }
  if (message.method !== first.method) {
    notes.push(`${path} takes ${first.method}.`)
    return refused(refusal(world, 405, '405.001', 'Method Not Allowed'))
  }
  if (first.auth.type === 'basic') return refused(issueToken(message, world, notes), first)

  const token = readToken(message, world)
  if (token.kind !== 'valid') {
    notes.push(
      token.kind === 'missing'
        ? 'The call has no Bearer token.'
        : token.kind === 'expired'
          ? 'The token has expired.'
          : 'The emulator never gave out this token, or it is of another environment.',
    )
    return refused(
      token.kind === 'missing' && !first.name.startsWith('billmanager-')
        ? refusal(world, 404, '404.001.04', 'Invalid Authentication Header')
        : refuseToken(first.name, token.token, world),
      first,
    )
  }
  return answerTrusted(message, world, notes, operations, first, refused)
}

const readMessage = (message: WireMessage, body: Body & { kind: 'object' | 'array' }): Values => {
  const values: Values = body.items[0] ?? Object.create(null)
  values['header:app_key'] = headerOf(message, 'app_key') ?? headerOf(message, 'app-key')
  return values
}

const answerTrusted = (
  message: WireMessage,
  world: World,
  notes: string[],
  operations: readonly Operation[],
  first: Operation,
  refused: (wire: WireAnswer, operation?: Operation) => Emulated,
): Emulated => {
  const isStrict = world.settings.strictness === 'strict'
  const contentType = headerOf(message, 'content-type') ?? ''
  if (!contentType.toLowerCase().includes('json')) {
    notes.push('Content-Type is not application/json.')
    if (isStrict) {
      return refused(
        refusal(world, 400, '400.002.02', `Bad Request - Invalid ${firstBodyField(first)}`),
        first,
      )
    }
  }
  const body = readBody(message.body)
  if (body.kind === 'unreadable') {
    notes.push('The body is no JSON object.')
    return refused(refusal(world, 400, '400.002.05', 'Invalid Request Payload'), first)
  }
  const values = readMessage(message, body)
  const operation = choose(operations, values)
  if (!operation) {
    notes.push('No operation of this path has that CommandID.')
    return refused(refusal(world, 400, '400.002.02', 'Bad Request - Invalid CommandID'), first)
  }
  const wantsArray = operation.body === 'array'
  const isTooLong = body.items.length > (operation.maxItems ?? (wantsArray ? 1000 : 1))
  if (wantsArray !== (body.kind === 'array') || body.items.length === 0 || isTooLong) {
    notes.push(wantsArray ? 'The body has to be a list of objects.' : 'The body has to be one object.')
    return refused(refusal(world, 400, '400.002.05', 'Invalid Request Payload'), operation)
  }
  const names = operation.fields.map((field) => field.name)
  for (const item of body.items) {
    if (!isStrict) readAliases(item, names, notes)
    const fault = checkFields(operation, item, {
      isStrict,
      notes,
      ownUrl: world.publicUrl,
      optional: isStrict ? [] : optionalWhenLenient[operation.name],
    })
    if (fault) {
      notes.push(`${fault.field.name} ${fault.isMissing ? 'is missing' : 'is not of the documented form'}.`)
      return refused(refuseField(operation, fault, world), operation)
    }
  }
  const handler = handlers[operation.name]
  if (!handler) return refused(refusal(world, 404, '404.001.01', 'Resource not found'), operation)
  const call: Call = { world, operation, values, items: body.items, notes, keys: [], isStrict }
  return { answer: handler(call), notes, operation: operation.id, keys: call.keys }
}

/** The operation that a message is about, as far as its path and command tell; for faults aimed at one operation. */
const operationOf = (message: WireMessage): string => {
  const operations = byPath.get(tidy(message.path)) ?? []
  if (operations.length < 2) return operations[0]?.id ?? 'daraja.unknown'
  const body = readBody(message.body)
  const chosen = body.kind === 'object' && body.items[0] ? choose(operations, body.items[0]) : undefined
  return (chosen ?? operations[0])?.id ?? 'daraja.unknown'
}

/** Answers any bytes as Safaricom's gateway would, and moves the world on. Never throws for what came. */
export const emulate = (message: WireMessage, world: World): Emulated => {
  const operation = operationOf(message)
  const name = operation.slice('daraja.'.length)
  const spikeArrest = () => refusal(world, 500, '500.003.02', 'Error Occurred: Spike Arrest Violation')
  const internalError = () => refusal(world, 500, '500.003.1001', 'Internal Server Error')
  const expiredToken = () => refuseToken(name, '', world)
  // A stranger's request belongs to no workspace: its faults would be nobody's.
  return withFaults(message, world, operation, { spikeArrest, internalError, expiredToken }, () =>
    answer(message, world, []),
  )
}
