import { darajaCodes, darajaOperations } from '@/lib/catalogue/daraja'
import type { Operation } from '@/lib/catalogue/types'
import { notOfForm } from '@/lib/systems/gateway/field-facts'
import { byOperation, end, gateway } from '@/lib/systems/gateway/gateway'
import { absentBearer, oddBearer } from '@/lib/systems/gateway/tokens'
import { nearestOf } from '@/lib/systems/shared/nearest'
import { headerOf, tidyPath } from '@/lib/wire/http'
import type { Values, WireMessage } from '@/lib/wire/types'
import { queryBalance, queryStatus, reverseTransaction } from './account'
import { payBusiness } from './b2b'
import { payOut } from './b2c'
import { cancelInvoices, changeInvoices, changeOptIn, optIn, reconcile, sendInvoices } from './bill-manager'
import { type Body, readAliases, readBody, readQuery } from './body'
import { calculatePoints, redeemPoints } from './bonga'
import { registerUrls, simulatePayment } from './c2b'
import { type Call, refusal, textIn } from './call'
import { checkFields, type Fault } from './check'
import { checkoutByUssd } from './express'
import { answerByEntry } from './from-entry'
import {
  checkAge,
  checkImsi,
  checkName,
  checkSimSwap,
  describeOrganisation,
  nameAccount,
  validateNumber,
} from './lookups'
import { sayCode } from './on-purpose'
import { queryPull, registerPull } from './pull'
import { generateQr } from './qr'
import { createOrder } from './ratiba'
import { badRequest, refuseField, refuseMissingToken, refuseToken } from './refusals'
import { pushStk, queryStk } from './stk'
import { issueToken, readBasic, readToken, type TokenReading } from './token'

const noteOf = ({ field, isMissing, rule }: Fault): string => {
  if (isMissing) return `${field.name} is missing.`
  return rule === undefined ? notOfForm(field) : `${field.name} breaks a rule of URLs. ${rule}`
}

/** By `answersAs` of the entry, else by the operation's own name. */
const handle = byOperation<Call>(
  {
    'stk-push': pushStk,
    'stk-query': queryStk,
    'c2b-register': registerUrls,
    'c2b-simulate': simulatePayment,
    'pull-register': registerPull,
    'pull-query': queryPull,
    'c2b-hakikisha-notify': nameAccount,
    b2c: payOut,
    'b2c-hakikisha': checkName,
    b2b: payBusiness,
    'b2b-express-checkout': checkoutByUssd,
    'query-org-info': describeOrganisation,
    reversal: reverseTransaction,
    'transaction-status': queryStatus,
    'account-balance': queryBalance,
    'dynamic-qr': generateQr,
    'billmanager-optin': optIn,
    'billmanager-change-optin': changeOptIn,
    'invoice-sending': sendInvoices,
    'invoice-change': changeInvoices,
    'invoice-cancelling': cancelInvoices,
    'billmanager-reconciliation': reconcile,
    'ratiba-create': createOrder,
    'bonga-calculate': calculatePoints,
    'bonga-redeem': redeemPoints,
    'imsi-check': checkImsi,
    'sim-swap': checkSimSwap,
    'age-on-network': checkAge,
    'mobile-number-validation': validateNumber,
  },
  answerByEntry,
)

const byPath = new Map<string, [Operation, ...Operation[]]>()
for (const operation of darajaOperations) {
  for (const path of [operation.path, ...(operation.otherPaths ?? [])]) {
    const earlier = byPath.get(path)
    if (earlier) earlier.push(operation)
    else byPath.set(path, [operation])
  }
}

/** A go-live letter doubles the prefix of Bill Manager: Daraja reference, Bill Manager. */
const tidy = (path: string): string =>
  tidyPath(path).replace('/v1/billmanager-invoice/v1/billmanager-invoice/', '/v1/billmanager-invoice/')

const isCommand = (operation: Operation, command: string) =>
  operation.fields.some(
    (field) =>
      field.name === 'CommandID' &&
      (field.const === command || field.choices?.some((choice) => choice.value === command)),
  )

/** Every command that a path takes. */
const commandsAt = (path: string): string[] =>
  (byPath.get(path) ?? []).flatMap(({ fields }) =>
    fields
      .filter(({ name }) => name === 'CommandID')
      .flatMap((field) => field.const ?? field.choices?.map(({ value }) => value) ?? [])
      .map(String),
  )

/** Several operations share one path; the command id tells them apart. */
const choose = (operations: readonly Operation[], values: Values | undefined): Operation | undefined => {
  if (operations.length < 2) return operations[0]
  const command = values && textIn(values, 'CommandID')
  return command === undefined ? undefined : operations.find((operation) => isCommand(operation, command))
}

type Found = {
  operation: Operation
  body: Body
  /** The path has several operations, and the body names none of them. */
  isUnnamed: boolean
}

const find = (message: WireMessage) => {
  const path = tidy(message.path)
  const operations = byPath.get(path)
  if (!operations) {
    return {
      refuse: ({ notes, world }: Pick<Call, 'notes' | 'world'>) => {
        const meant = nearestOf(path, byPath.keys())
        notes.push(meant ? `No such path. Did you mean ${meant}?` : 'No such path.')
        return refusal(world, 404, '404.001.01', 'Resource not found')
      },
    }
  }
  const [first] = operations
  const body = first.body === 'none' ? readQuery(message.query) : readBody(message.body)
  const chosen = choose(operations, body.kind === 'unreadable' ? undefined : body.items[0])
  const operation = chosen ?? first
  if (message.method !== first.method) {
    return {
      operation,
      refuse: ({ notes, world }: Pick<Call, 'notes' | 'world'>) => {
        notes.push(`${path} takes ${first.method}.`)
        return refusal(world, 405, '405.001', 'Method Not Allowed')
      },
    }
  }
  return { operation, body, isUnnamed: chosen === undefined }
}

/** Consumer key and secret, as a token request takes them, where the token belongs. */
const isBasic = (token: string) => readBasic(`Basic ${token}`)?.key.match(/^[\x21-\x7e]{6,}$/) != null

const tokenNote = (
  { kind, token }: Exclude<TokenReading, { kind: 'valid' }>,
  message: WireMessage,
): string => {
  if (kind === 'missing') return absentBearer(message)
  if (kind === 'expired') return 'The token has expired.'
  return (
    oddBearer(token) ??
    (isBasic(token)
      ? 'The bearer is the base64 of key and secret; this call takes the access token that they are exchanged for.'
      : 'The emulator never gave out this token, or it is of another environment.')
  )
}

const firstBodyField = (operation: Operation) =>
  operation.fields.find((field) => field.in === undefined || field.in === 'body')?.name ?? 'Request'

/** Answers any bytes as Safaricom's gateway would. */
export const emulate = gateway<Found, object, Call>({
  system: 'daraja',
  find,
  authenticate: ({ operation }, exchange) => {
    const { message, world, notes } = exchange
    if (operation.auth.type === 'basic') return { answer: issueToken(message, world, notes) }
    const token = readToken(message, world)
    if (token.kind === 'valid') return token
    return end(
      exchange,
      token.kind === 'missing'
        ? refuseMissingToken(operation, world)
        : refuseToken(operation, token.token, world),
      tokenNote(token, message),
    )
  },
  check: ({ operation, body, isUnnamed }, _, exchange) => {
    const { message, world, notes, isStrict } = exchange
    const isJson = headerOf(message, 'content-type')?.toLowerCase().includes('json')
    if (operation.body !== 'none' && !isJson) {
      notes.push('Content-Type is not application/json.')
      if (isStrict) return { answer: badRequest(world, firstBodyField(operation)) }
    }
    const unfit = () => refusal(world, 400, '400.002.05', 'Invalid Request Payload')
    if (body.kind === 'unreadable') return end(exchange, unfit(), 'The body is no JSON object.')
    if (isUnnamed) {
      const commands = commandsAt(tidy(message.path)).join(', ')
      const note = `CommandID names no operation of this path. Send one of ${commands}.`
      return end(exchange, badRequest(world, 'CommandID'), note)
    }
    const wantsArray = operation.body === 'array'
    const isTooLong = body.items.length > (operation.maxItems ?? (wantsArray ? 1000 : 1))
    const [values] = body.items
    if (wantsArray !== (body.kind === 'array') || !values || isTooLong) {
      const note = wantsArray ? 'The body has to be a list of objects.' : 'The body has to be one object.'
      return end(exchange, unfit(), note)
    }
    values['header:app_key'] = headerOf(message, 'app_key') ?? headerOf(message, 'app-key')
    for (const item of body.items) {
      if (!isStrict) readAliases(item, operation, notes)
      const fault = checkFields(operation, item, exchange)
      if (fault) {
        return end(exchange, refuseField(operation, fault, world), noteOf(fault))
      }
    }
    return { ...exchange, operation, values, items: body.items }
  },
  handle,
  codes: { rows: darajaCodes, say: sayCode },
  faults: {
    'spike-arrest': (_, { world }) =>
      refusal(world, 500, '500.003.02', 'Error Occurred: Spike Arrest Violation'),
    'http-500': (_, { world }) => refusal(world, 500, '500.003.1001', 'Internal Server Error'),
    'expired-token': ({ operation }, { world }) => refuseToken(operation, '', world),
  },
})
