import { mozambiqueOperations } from '@/lib/catalogue/mozambique'
import type { Operation } from '@/lib/catalogue/types'
import { answerJson } from '@/lib/systems/gateway/answers'
import { bearerOf } from '@/lib/systems/gateway/tokens'
import { textIn } from '@/lib/systems/gateway/values'
import { nearestOf } from '@/lib/systems/shared/nearest'
import { headerOf, tidyPath } from '@/lib/wire/http'
import { jsonObjectOf } from '@/lib/wire/json'
import type { Emulated, Values, WireAnswer, WireMessage } from '@/lib/wire/types'
import { withFaults } from '@/lib/world/faults'
import type { World } from '@/lib/world/types'
import { accountOf } from './account'
import { type Call, type Handler, refuseUnread } from './call'
import { checkFields } from './check'
import { newConversationId } from './ids'
import { collectPayment, payCustomer, payOrganisation } from './pay'
import { queryName, queryStatus } from './query'
import { reverseTransaction } from './reversal'

const handlers: Record<string, Handler> = {
  'c2b-payment': collectPayment,
  'b2c-payment': payCustomer,
  'b2b-payment': payOrganisation,
  reversal: reverseTransaction,
  'query-transaction-status': queryStatus,
  'query-customer-name': queryName,
}

const byPath = new Map(mozambiqueOperations.map((operation) => [tidyPath(operation.path), operation]))

const ports = new Set(mozambiqueOperations.map((operation) => operation.port))

/** The fixed port that a client addressed, if it did. */
const portOf = (message: WireMessage): number | undefined => {
  const port = Number(/:(\d{1,5})$/.exec(headerOf(message, 'host') ?? '')?.[1])
  return ports.has(port) ? port : undefined
}

type Body = { values: Values } | { note: string }

const readMessage = (message: WireMessage, operation: Operation): Body => {
  if (operation.body === 'none') {
    const values: Values = Object.create(null)
    for (const [name, value] of new URLSearchParams(message.query)) values[name] = value
    return { values }
  }
  const object = jsonObjectOf(message.body)
  return object
    ? { values: Object.assign(Object.create(null) as Values, object) }
    : { note: 'The body is no JSON object.' }
}

const referenceIn = (body: Body): string => {
  const reference = 'values' in body ? textIn(body.values, 'input_ThirdPartyReference') : ''
  return reference.slice(0, 200)
}

/** Why a call may not pass, as far as its headers tell. */
const keyProblem = (message: WireMessage): string => {
  const bearer = bearerOf(message)
  if (!bearer) return 'The call has no Bearer.'
  if (!/^[A-Za-z0-9+/]{683}=$/.test(bearer)) {
    return 'The bearer is not base64 of 512 bytes: it has to be the API key, encrypted with the 4096-bit public key.'
  }
  return 'The bearer does not open to a present API key: another public key, another padding than PKCS#1 v1.5, or a key that was renewed. This sandbox’s public key is at /emulator/mozambique/public-key.'
}

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

const answer = (message: WireMessage, world: World, notes: string[]): Emulated => {
  const path = tidyPath(message.path)
  const operation = byPath.get(path)
  const refused = (wire: WireAnswer): Emulated => ({
    answer: wire,
    notes,
    keys: [],
    ...(operation ? { operation: operation.id } : {}),
  })
  if (!operation) {
    const meant = nearestOf(path, byPath.keys())
    const hint = meant ? ` Did you mean ${byPath.get(meant)?.path}?` : ''
    notes.push(`No such path.${hint}`)
    return refused(answerJson(404, { output_error: `Resource not found.${hint}` }))
  }
  const isStrict = world.settings.strictness === 'strict'
  const body = readMessage(message, operation)
  const refuse = (code: string, note: string) => {
    notes.push(note)
    return refused(refuseUnread(world, operation, code, referenceIn(body)))
  }
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
  if (!world.app) return refuse('INS-2', keyProblem(message))
  noteHeaders(message, operation, notes)
  if ('note' in body) {
    notes.push(body.note)
    return refused(answerJson(400, { output_error: 'Bad Request' }))
  }
  const { values } = body
  // The older name of the amount of a reversal is checked like the present one.
  const fault = checkFields(withOlderNames(operation), values, isStrict)
  if (fault) return refuse(fault.code, fault.note)
  const call: Call = {
    world,
    operation,
    values,
    notes,
    keys: [],
    isStrict,
    conversationId: newConversationId(world),
    responseUrl: operation.callbacks.length > 0 ? accountOf(world).responseUrl : undefined,
  }
  const handler = handlers[operation.name]
  if (!handler) return refuse('INS-22', 'The emulator does not play this call.')
  const handled = handler(call)
  return { ...handled, notes, operation: operation.id, keys: call.keys }
}

const withOlderNames = (operation: Operation): Operation => {
  const amount = operation.fields.find(({ name }) => name === 'input_ReversalAmount')
  return amount
    ? { ...operation, fields: [...operation.fields, { ...amount, name: 'input_Amount' }] }
    : operation
}

/** Answers any bytes as Vodacom's gateway would, and moves the world on. Never throws for what came. */
export const emulate = (message: WireMessage, world: World): Emulated => {
  const operation = byPath.get(tidyPath(message.path))
  const refusal = (code: string) => () => refuseUnread(world, operation, code, '')
  const answers = {
    spikeArrest: refusal('INS-16'),
    internalError: refusal('INS-1'),
    expiredToken: refusal('INS-2'),
  }
  return withFaults(message, world, operation?.id ?? 'mozambique.unknown', answers, () =>
    answer(message, world, []),
  )
}
