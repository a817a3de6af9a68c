import { openapiCodes, openapiOperations, type WireMarket, wireMarkets } from '@/lib/catalogue/openapi'
import type { Code, Operation } from '@/lib/catalogue/types'
import { answerJson } from '@/lib/systems/gateway/answers'
import { byOperation, type Exchange, end, gateway } from '@/lib/systems/gateway/gateway'
import { wordingOf } from '@/lib/systems/gateway/on-purpose'
import { textIn } from '@/lib/systems/gateway/values'
import { nearestOf } from '@/lib/systems/shared/nearest'
import { takeOnce } from '@/lib/systems/vodacom/call'
import { checkFields } from '@/lib/systems/vodacom/check'
import { answerByEntry } from '@/lib/systems/vodacom/from-entry'
import { newConversationId } from '@/lib/systems/vodacom/ids'
import { headerOf, tidyPath } from '@/lib/wire/http'
import { jsonObjectOf } from '@/lib/wire/json'
import type { Values, WireAnswer, WireMessage } from '@/lib/wire/types'
import { applicationOf } from '../applications'
import { readAnswer } from '../read'
import { answerOf, refuse } from './answers'
import type { Call, Session } from './call'
import { codeOf } from './check'
import { isDocumented, success } from './codes'
import { cancelMandate, createMandate, payUnderMandate, queryMandate } from './direct-debit'
import { brokenLimit, countUse } from './limits'
import { collectPayment, payCustomer, payOrganisation } from './pay'
import { queryName, queryStatus } from './query'
import { reverseTransaction } from './reversal'
import { issueSession, readSession, refuseSession } from './session'
import { triggerOf } from './triggers'
import { updateReservation } from './two-stage'

const handle = byOperation<Call>(
  {
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
  },
  answerByEntry<Call>('openapi', readAnswer),
)

const prefix = '/ipg/v2/{market}'
const byPath = new Map(
  openapiOperations.flatMap((operation) =>
    [operation.path, ...(operation.otherPaths ?? [])].map((path): [string, Operation] => [
      tidyPath(path.slice(prefix.length)).toLowerCase(),
      operation,
    ]),
  ),
)

const marketByPath = new Map(wireMarkets.map((market) => [market.path.toLowerCase(), market]))

type Address = { market: WireMarket | undefined; operation: Operation | undefined; rest: string }

/** `/sandbox/ipg/v2/vodacomTZN/c2bPayment/singleStage/`; `openapi` and no environment at all do as well. */
const addressOf = (path: string): Address | undefined => {
  const match = /^(?:\/(?:sandbox|openapi))?\/ipg\/v2\/([^/]+)(\/.*)$/i.exec(tidyPath(path))
  if (!match) return undefined
  const [, market = '', rest = ''] = match
  return {
    market: marketByPath.get(market.toLowerCase()),
    operation: byPath.get(rest.toLowerCase()),
    rest,
  }
}

/** Fields of a GET travel in the query string; some clients send a body with it all the same. */
const read = (message: WireMessage, operation: Operation): Pick<Found, 'values' | 'isBodyStray'> => {
  const object = jsonObjectOf(message.body)
  if (operation.body !== 'none') {
    return { values: object && Object.assign(Object.create(null) as Values, object), isBodyStray: false }
  }
  const given = Object.fromEntries(new URLSearchParams(message.query))
  const values: Values = Object.assign(Object.create(null) as Values, object, given)
  // The portal's own sample spells it so.
  if (operation.name === 'query-beneficiary-name') values.input_KycQueryType ??= values.input_KYCQueryType
  return { values, isBodyStray: object !== undefined }
}

/** What a body that was sent to the wrong path was probably meant for. */
const meantFor = (values: Values): string | undefined => {
  if (values.input_PaymentItemsDesc !== undefined) return 'b2cPayment'
  if (values.input_PrimaryPartyCode !== undefined) return 'b2bPayment'
  return values.input_ReversalAmount !== undefined ? 'reversal' : undefined
}

/** What the gateway checks before the call reaches the platform. */
const gateProblem = (call: Call): { code: string; note: string } | undefined => {
  const { values, operation, market, application } = call
  const fault = checkFields(operation, values, {
    isStrict: call.isStrict,
    except: triggerOf(operation, values)?.field,
    codeOf: (field, text) => codeOf(operation, field, text),
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

/** Takes the caller's own id, where the call has a code for one that was used before. */
const repeatedId = ({ world, session, values, operation }: Call) => {
  const key = `${session.appId}:${textIn(values, 'input_ThirdPartyConversationID')}`
  return !isDocumented(operation, 'INS-10') || takeOnce(world, 'openapi-ids', key)
    ? undefined
    : {
        code: 'INS-10',
        note: 'This input_ThirdPartyConversationID was used before; a new request needs a new one.',
      }
}

type Found = Address & {
  operation: Operation
  values: Values | undefined
  /** A call whose fields belong in the query string brought a body as well. */
  isBodyStray: boolean
}

const ownIdIn = (values: Values = {}) => textIn(values, 'input_ThirdPartyConversationID').slice(0, 200)

/** A refusal before there is a call. */
const refuseEarly = (
  { operation, values }: Found,
  exchange: Exchange,
  { code, note }: { code: string; note: string },
) => {
  const conversationId = newConversationId(exchange.world)
  const own = ownIdIn(values)
  return end(exchange, answerOf({ operation, conversationId, own }, { code }), note)
}

/** A row of the table as the answer of this call. */
const sayRow = (row: Code, found: Found | undefined, conversationId: string): WireAnswer => {
  const code = row.code ?? ''
  const message = wordingOf(row)
  if (!found || found.operation.name === 'get-session') {
    return answerJson(row.httpStatus ?? 400, { output_ResponseCode: code, output_ResponseDesc: message })
  }
  const exchange = { operation: found.operation, conversationId, own: ownIdIn(found.values) }
  return answerOf(exchange, { code, message })
}

/** Answers any bytes as the gateway would. */
export const emulate = gateway<Found, { market: WireMarket; session: Session }, Call>({
  system: 'openapi',
  find: (message) => {
    const address = addressOf(message.path)
    if (address?.operation) {
      const { operation } = address
      return { ...address, operation, ...read(message, operation) }
    }
    return {
      refuse: ({ notes }) => {
        const meant = nearestOf(address?.rest ?? tidyPath(message.path), byPath.keys())
        const path = meant && byPath.get(meant)?.path
        const hint = path ? ` Did you mean /sandbox${path}?` : ''
        notes.push(`No such path.${hint}`)
        return answerJson(404, { output_error: `Resource not found.${hint}` })
      },
    }
  },
  authenticate: (found, exchange) => {
    const { operation, market, isBodyStray } = found
    const { message, world, notes, isStrict } = exchange
    if (isBodyStray) {
      notes.push('A GET call carries its fields in the query string; its body was read all the same.')
    }
    if (!market) {
      const note = `Markets are ${wireMarkets.map(({ path }) => path).join(', ')}.`
      return refuseEarly(found, exchange, { code: 'INS-998', note })
    }
    if (message.method !== operation.method) {
      // Three SDKs reverse by POST.
      const isNear = operation.name === 'reversal' && message.method === 'POST' && !isStrict
      if (!isNear) {
        const answer = answerJson(405, { output_error: 'Method Not Allowed' })
        return end(exchange, answer, `${operation.path} takes ${operation.method}.`)
      }
      notes.push('A reversal is a PUT; POST is accepted.')
    }
    if (operation.name === 'get-session') return { answer: issueSession(message, world, market, notes) }
    const reading = readSession(message, world)
    if (reading.kind === 'valid') {
      if (reading.note) notes.push(reading.note)
      return { market, session: reading.session }
    }
    const doubt = 'What the real gateway answers to such a bearer is unconfirmed.'
    return end(exchange, refuseSession(), reading.note, doubt)
  },
  check: (found, { market, session }, exchange) => {
    const { operation, values } = found
    const { message, world, notes, keys, isStrict } = exchange
    if (headerOf(message, 'origin') === undefined) notes.push('The call has no Origin header.')
    if (!values) {
      return refuseEarly(found, exchange, { code: 'INS-20', note: 'The body is no JSON object.' })
    }
    const application = applicationOf(world, session.appId)
    const resultsTo = textIn(values, 'input_ResponseURL') || application.responseUrl
    const call: Call = {
      message,
      world,
      isStrict,
      notes,
      keys,
      operation,
      market,
      values,
      session,
      application,
      conversationId: newConversationId(world),
      responseUrl: operation.callbacks.length > 0 && resultsTo ? resultsTo : undefined,
      trigger: triggerOf(operation, values)?.code,
    }
    const problem = gateProblem(call) ?? repeatedId(call)
    if (problem) return { answer: refuse(call, problem.code, problem.note) }
    countUse(call)
    return call
  },
  handle,
  codes: {
    rows: openapiCodes,
    // The honest answer is the only one that says INS-0.
    say: (row, found, { world }) =>
      row.code === success || row.where !== 'api'
        ? undefined
        : sayRow(row, 'values' in found ? found : undefined, newConversationId(world)),
  },
  faults: {
    'spike-arrest': () =>
      answerJson(503, {
        output_ResponseCode: 'INS-16',
        output_ResponseDesc: 'Unable to handle the request due to a temporary overloading',
      }),
    'http-500': () =>
      answerJson(500, { output_ResponseCode: 'INS-1', output_ResponseDesc: 'Internal Error' }),
    'expired-token': refuseSession,
  },
})
