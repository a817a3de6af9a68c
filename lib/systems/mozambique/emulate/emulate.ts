import { mozambiqueCodes, mozambiqueOperations } from '@/lib/catalogue/mozambique'
import type { Operation } from '@/lib/catalogue/types'
import { answerJson } from '@/lib/systems/gateway/answers'
import { byOperation, end, gateway } from '@/lib/systems/gateway/gateway'
import { perEntry } from '@/lib/systems/gateway/per-entry'
import { textIn } from '@/lib/systems/gateway/values'
import { nearestOf } from '@/lib/systems/shared/nearest'
import { bearerProblem, unverifiableNote } from '@/lib/systems/vodacom/bearer'
import { checkFields } from '@/lib/systems/vodacom/check'
import { success } from '@/lib/systems/vodacom/codes'
import { answerByEntry } from '@/lib/systems/vodacom/from-entry'
import { newConversationId } from '@/lib/systems/vodacom/ids'
import { headerOf, tidyPath } from '@/lib/wire/http'
import { jsonObjectOf } from '@/lib/wire/json'
import type { Values, WireAnswer, WireMessage } from '@/lib/wire/types'
import type { World } from '@/lib/world/types'
import { readAnswer } from '../read'
import { accountOf } from './account'
import { answerOf, type Call, market } from './call'
import { codeOf } from './check'
import { collectPayment, payCustomer, payOrganisation } from './pay'
import { queryName, queryStatus } from './query'
import { reverseTransaction } from './reversal'

const handle = byOperation<Call>(
  {
    'c2b-payment': collectPayment,
    'b2c-payment': payCustomer,
    'b2b-payment': payOrganisation,
    reversal: reverseTransaction,
    'query-transaction-status': queryStatus,
    'query-customer-name': queryName,
  },
  answerByEntry<Call>('mozambique', readAnswer),
)

const byPath = new Map(mozambiqueOperations.map((operation) => [tidyPath(operation.path), operation]))

const ports = new Set(mozambiqueOperations.map((operation) => operation.port))

/** The fixed port that a client addressed, if it did. */
const portOf = (message: WireMessage): number | undefined => {
  const port = Number(/:(\d{1,5})$/.exec(headerOf(message, 'host') ?? '')?.[1])
  return ports.has(port) ? port : undefined
}

/** Fields of a GET travel in the query string; undefined for a body that is no JSON object. */
const readValues = (message: WireMessage, operation: Operation): Values | undefined => {
  const given =
    operation.body === 'none'
      ? Object.fromEntries(new URLSearchParams(message.query))
      : jsonObjectOf(message.body)
  return given && Object.assign(Object.create(null) as Values, given)
}

/** A refusal of a request that was not even read. */
const refuseUnread = (
  world: Pick<World, 'ids'>,
  operation: Operation | undefined,
  code: string,
  values: Values | undefined,
): WireAnswer =>
  answerOf({
    operation,
    code,
    conversationId: newConversationId(world),
    reference: textIn(values ?? {}, 'input_ThirdPartyReference').slice(0, 200) || 'N/A',
    value: 'N/A',
  })

/** Why a call may not pass, as far as its headers tell. */
const keyProblem = (message: WireMessage): string =>
  bearerProblem(message, 'mozambique', 'an API key that is in use')

const noteHeaders = (message: WireMessage, operation: Operation, notes: string[]) => {
  if (headerOf(message, 'origin') === undefined) notes.push('The call has no Origin header.')
  const type = headerOf(message, 'content-type') ?? ''
  if (operation.body !== 'none' && !type.toLowerCase().includes('json')) {
    notes.push('Content-Type is not application/json.')
  }
  if (operation.body === 'none' && message.body.length > 0) {
    notes.push('A GET call carries its fields in the query string; its body is not read.')
  }
}

/** The older name of the amount of a reversal is checked like the present one. */
const withOlderNames = perEntry((operation: Operation): Operation => {
  const amount = operation.fields.find(({ name }) => name === 'input_ReversalAmount')
  return amount
    ? { ...operation, fields: [...operation.fields, { ...amount, name: 'input_Amount' }] }
    : operation
})

type Found = { operation: Operation; values: Values | undefined }

const sayIn =
  (code: string) =>
  ({ operation }: { operation?: Operation }, { world }: { world: World }) =>
    refuseUnread(world, operation, code, undefined)

/** Answers any bytes as Vodacom's gateway would. */
export const emulate = gateway<Found, object, Call>({
  system: 'mozambique',
  find: (message) => {
    const path = tidyPath(message.path)
    const operation = byPath.get(path)
    if (operation) return { operation, values: readValues(message, operation) }
    return {
      refuse: ({ notes }) => {
        const meant = nearestOf(path, byPath.keys())
        const hint = meant ? ` Did you mean ${byPath.get(meant)?.path}?` : ''
        notes.push(`No such path.${hint}`)
        return answerJson(404, { output_error: `Resource not found.${hint}` })
      },
    }
  },
  authenticate: ({ operation, values }, exchange) => {
    const { message, world, notes, isStrict } = exchange
    const refuse = (code: string, note: string) =>
      end(exchange, refuseUnread(world, operation, code, values), note)
    if (message.method !== operation.method) {
      // Some clients reverse by POST.
      const isNear = operation.method === 'PUT' && message.method === 'POST' && !isStrict
      const note = `${operation.path} takes ${operation.method}.`
      if (!isNear) return refuse('INS-22', note)
      notes.push(`${note} ${message.method} is accepted.`)
    }
    const port = portOf(message)
    if (port !== undefined && port !== operation.port) {
      return refuse('INS-22', `${operation.path} is on port ${operation.port}, not ${port}.`)
    }
    if (!world.app || (world.app.isUnverifiable && isStrict)) return refuse('INS-2', keyProblem(message))
    if (world.app.isUnverifiable) notes.push(unverifiableNote('mozambique'))
    return world.app
  },
  check: ({ operation, values }, _, exchange) => {
    const { message, world, notes, keys, isStrict } = exchange
    noteHeaders(message, operation, notes)
    if (!values)
      return end(exchange, answerJson(400, { output_error: 'Bad Request' }), 'The body is no JSON object.')
    const fault = checkFields(withOlderNames(operation), values, { isStrict, codeOf })
    if (fault) return end(exchange, refuseUnread(world, operation, fault.code, values), fault.note)
    return {
      message,
      world,
      isStrict,
      notes,
      keys,
      operation,
      values,
      market,
      conversationId: newConversationId(world),
      responseUrl: operation.callbacks.length > 0 ? accountOf(world).responseUrl : undefined,
    }
  },
  handle,
  codes: {
    rows: mozambiqueCodes,
    // The honest answer is the only one that says INS-0.
    say: ({ code, where }, found, { world }) =>
      code === null || code === success || where !== 'api'
        ? undefined
        : refuseUnread(world, found.operation, code, 'values' in found ? found.values : undefined),
  },
  faults: { 'spike-arrest': sayIn('INS-16'), 'http-500': sayIn('INS-1'), 'expired-token': sayIn('INS-2') },
})
