import { openapiOperations, type WireMarket, wireMarkets } from '@/lib/catalogue/openapi'
import type { Operation } from '@/lib/catalogue/types'
import { answerJson } from '@/lib/systems/gateway/answers'
import { textIn } from '@/lib/systems/gateway/values'
import { nearestOf } from '@/lib/systems/shared/nearest'
import { headerOf, tidyPath } from '@/lib/wire/http'
import { jsonObjectOf } from '@/lib/wire/json'
import type { Emulated, Values, WireAnswer, WireMessage } from '@/lib/wire/types'
import { withFaults } from '@/lib/world/faults'
import type { World } from '@/lib/world/types'
import { applicationOf } from '../applications'
import { answerOf, refuse } from './answers'
import type { Call, Handled, Handler } from './call'
import { checkFields } from './check'
import { isDocumented } from './codes'
import { cancelMandate, createMandate, payUnderMandate, queryMandate } from './direct-debit'
import { newConversationId } from './ids'
import { brokenLimit, countUse } from './limits'
import { collectPayment, payCustomer, payOrganisation } from './pay'
import { queryName, queryStatus } from './query'
import { reverseTransaction } from './reversal'
import { issueSession, readSession, refuseSession } from './session'
import { triggerOf } from './triggers'
import { updateReservation } from './two-stage'

const handlers: Record<string, Handler> = {
  'c2b-single-stage': collectPayment,
  'c2b-multi-stage': collectPayment,
  'update-transaction-status': updateReservation,
  'b2c-single-stage': payCustomer,
  'b2b-single-stage': payOrganisation,
  reversal: reverseTransaction,
  'query-transaction-status': queryStatus,
  'query-beneficiary-name': queryName,
  'direct-debit-create': createMandate,
  'direct-debit-payment': payUnderMandate,
  'direct-debit-query': queryMandate,
  'direct-debit-cancel': cancelMandate,
}

const prefix = '/ipg/v2/{market}'
const byPath = new Map(
  openapiOperations.map((operation) => [
    tidyPath(operation.path.slice(prefix.length)).toLowerCase(),
    operation,
  ]),
)

/** Paths that SDKs use beside the portal's: openpesa/php-pesa, openpesa/node-pesa, elirehema/mpesa. */
const otherPaths: Record<string, string> = {
  '/b2cpayment/singlestage': '/b2cpayment',
  '/b2bpayment/singlestage': '/b2bpayment',
}

const marketByPath = new Map(wireMarkets.map((market) => [market.path.toLowerCase(), market]))

type Address = { market: WireMarket | undefined; operation: Operation | undefined; rest: string }

/** `/sandbox/ipg/v2/vodacomTZN/c2bPayment/singleStage/`; `openapi` and no environment at all do as well. */
const addressOf = (path: string): Address | undefined => {
  const match = /^(?:\/(?:sandbox|openapi))?\/ipg\/v2\/([^/]+)(\/.*)$/i.exec(tidyPath(path))
  if (!match) return undefined
  const [, market = '', rest = ''] = match
  const wanted = rest.toLowerCase()
  return {
    market: marketByPath.get(market.toLowerCase()),
    operation: byPath.get(otherPaths[wanted] ?? wanted),
    rest,
  }
}

type Body = { values: Values } | { note: string }

/** Fields of a GET travel in the query string; some clients send a body with it all the same. */
const readMessage = (message: WireMessage, operation: Operation, notes: string[]): Body => {
  const object = jsonObjectOf(message.body)
  if (operation.body !== 'none') {
    return object
      ? { values: Object.assign(Object.create(null) as Values, object) }
      : { note: 'The body is no JSON object.' }
  }
  const values: Values = Object.assign(Object.create(null) as Values, object)
  if (object) notes.push('A GET call carries its fields in the query string; its body was read all the same.')
  for (const [name, value] of new URLSearchParams(message.query)) values[name] = value
  // The portal's own sample spells it so.
  if (operation.name === 'query-beneficiary-name') values.input_KycQueryType ??= values.input_KYCQueryType
  return { values }
}

/** What a body that was sent to the wrong path was probably meant for. */
const meantFor = (values: Values): string | undefined => {
  if (values.input_PaymentItemsDesc !== undefined) return 'b2cPayment'
  if (values.input_PrimaryPartyCode !== undefined) return 'b2bPayment'
  return values.input_ReversalAmount !== undefined ? 'reversal' : undefined
}

/** Takes the caller's id; false when it was used before. */
const takeId = ({ world, session, values }: Call): boolean => {
  const key = `${session.appId}:${textIn(values, 'input_ThirdPartyConversationID')}`
  if (world.store.record('openapi-ids', key)) return false
  world.store.putRecord({ collection: 'openapi-ids', key, value: true, updatedAt: world.now })
  return true
}

/** What the gateway checks before the call reaches the platform. */
const gateProblem = (call: Call): { code: string; note: string } | undefined => {
  const { values, operation, market, application } = call
  const fault = checkFields(operation, values, {
    isStrict: call.isStrict,
    except: triggerOf(operation, values)?.field,
  })
  if (fault) {
    const meant = operation.name.startsWith('c2b-') ? meantFor(values) : undefined
    return meant ? { ...fault, note: `${fault.note} This looks like a body for ${meant}.` } : fault
  }
  if (application.markets.length > 0 && !application.markets.includes(market.id)) {
    return { code: 'INS-998', note: `The application does not serve ${market.name}.` }
  }
  if (textIn(values, 'input_Country') !== market.country) {
    return { code: 'INS-998', note: `input_Country has to be ${market.country} on this path.` }
  }
  const currency = textIn(values, 'input_Currency')
  const takesCurrency = operation.fields.some(({ name }) => name === 'input_Currency')
  if (takesCurrency && currency.toUpperCase() !== market.currency) {
    return { code: 'INS-26', note: `input_Currency has to be ${market.currency} here.` }
  }
  const broken = brokenLimit(call)
  return broken === undefined
    ? undefined
    : { code: broken, note: 'A limit of the application, or a product that is off.' }
}

const play = (call: Call): Handled => {
  const problem = gateProblem(call)
  if (problem) return refuse(call, problem.code, problem.note)
  const handler = handlers[call.operation.name]
  if (!handler) throw new Error(`Nobody plays ${call.operation.name}`)
  if (isDocumented(call.operation, 'INS-10') && !takeId(call)) {
    return refuse(
      call,
      'INS-10',
      'This input_ThirdPartyConversationID was used before; a new request needs a new one.',
    )
  }
  countUse(call)
  return handler(call)
}

const answer = (message: WireMessage, world: World, notes: string[]): Emulated => {
  const address = addressOf(message.path)
  const operation = address?.operation
  const refused = (wire: WireAnswer): Emulated => ({
    answer: wire,
    notes,
    keys: [],
    ...(operation ? { operation: operation.id } : {}),
  })
  if (!address || !operation) {
    const meant = nearestOf(address?.rest ?? tidyPath(message.path), byPath.keys())
    const path = meant && byPath.get(meant)?.path
    const hint = path ? ` Did you mean /sandbox${path}?` : ''
    notes.push(`No such path.${hint}`)
    return refused(answerJson(404, { output_error: `Resource not found.${hint}` }))
  }
  const isStrict = world.settings.strictness === 'strict'
  const body = readMessage(message, operation, notes)
  const own = 'values' in body ? textIn(body.values, 'input_ThirdPartyConversationID').slice(0, 200) : ''
  const conversationId = newConversationId(world)
  const refuseEarly = (code: string, note: string) => {
    notes.push(note)
    return refused(answerOf({ operation, conversationId, own }, { code }))
  }
  const { market } = address
  if (!market) {
    return refuseEarly('INS-998', `Markets are ${wireMarkets.map(({ path }) => path).join(', ')}.`)
  }
  if (message.method !== operation.method) {
    // Three SDKs reverse by POST.
    const isNear = operation.name === 'reversal' && message.method === 'POST' && !isStrict
    if (!isNear) {
      notes.push(`${operation.path} takes ${operation.method}.`)
      return refused(answerJson(405, { output_error: 'Method Not Allowed' }))
    }
    notes.push('A reversal is a PUT; POST is accepted.')
  }
  if (operation.name === 'get-session') return refused(issueSession(message, world, market, notes))
  const reading = readSession(message, world)
  if (reading.kind === 'refused') {
    notes.push(reading.note, 'What the real gateway answers to such a bearer is unconfirmed.')
    return refused(refuseSession())
  }
  if (headerOf(message, 'origin') === undefined) notes.push('The call has no Origin header.')
  if ('note' in body) return refuseEarly('INS-20', body.note)
  const application = applicationOf(world, reading.session.appId)
  const resultsTo = textIn(body.values, 'input_ResponseURL') || application.responseUrl
  const call: Call = {
    world,
    operation,
    market,
    values: body.values,
    notes,
    keys: [],
    isStrict,
    session: reading.session,
    application,
    conversationId,
    responseUrl: operation.callbacks.length > 0 && resultsTo ? resultsTo : undefined,
    trigger: triggerOf(operation, body.values)?.code,
  }
  return { ...play(call), notes, operation: operation.id, keys: call.keys }
}

/** Answers any bytes as the gateway would, and moves the world on. Never throws for what came. */
export const emulate = (message: WireMessage, world: World): Emulated => {
  const operation = addressOf(message.path)?.operation
  const overloaded = () =>
    answerJson(503, {
      output_ResponseCode: 'INS-16',
      output_ResponseDesc: 'Unable to handle the request due to a temporary overloading',
    })
  const answers = {
    spikeArrest: overloaded,
    internalError: () =>
      answerJson(500, { output_ResponseCode: 'INS-1', output_ResponseDesc: 'Internal Error' }),
    expiredToken: refuseSession,
  }
  return withFaults(message, world, operation?.id ?? 'openapi.unknown', answers, () =>
    answer(message, world, []),
  )
}
