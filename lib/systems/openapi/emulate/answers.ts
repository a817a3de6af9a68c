import { openapiOperations } from '@/lib/catalogue/openapi'
import type { Json, Operation } from '@/lib/catalogue/types'
import { answerJson } from '@/lib/systems/gateway/answers'
import { oweCallback } from '@/lib/systems/gateway/owe'
import { field } from '@/lib/systems/gateway/values'
import type { CorrelationKey, WireAnswer } from '@/lib/wire/types'
import type { Transaction, World } from '@/lib/world/types'
import type { Call } from './call'
import { isSuccess, messageOf, statusOf, success } from './codes'

/** How a call ended: its code and what the answer carries, by wire name without `output_` or `input_`. */
export type Ending = { code: string; carries?: Record<string, string>; message?: string }

type Exchange = { operation: Operation; conversationId: string; own: string }

/** What a refusal carries as `N/A`; queries carry nothing. */
const emptyHanded: Record<string, string> = {
  'direct-debit-create': 'TransactionReference',
  'direct-debit-cancel': 'TransactionReference',
}

const carriedBy = ({ name, method }: Operation, { code, carries }: Ending): Record<string, string> =>
  isSuccess(code)
    ? (carries ?? {})
    : method === 'GET'
      ? {}
      : { [emptyHanded[name] ?? 'TransactionID']: 'N/A' }

const prefixed = (prefix: string, carried: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(carried).map(([name, value]) => [`${prefix}${name}`, value]))

/** The one form of every answer but the session's. */
export const answerOf = ({ operation, conversationId, own }: Exchange, ending: Ending): WireAnswer =>
  answerJson(statusOf(operation, ending.code), {
    output_ResponseCode: ending.code,
    output_ResponseDesc: ending.message ?? messageOf(ending.code),
    ...prefixed('output_', carriedBy(operation, ending)),
    output_ConversationID: conversationId,
    output_ThirdPartyConversationID: own,
  })

const exchangeOf = (call: Call): Exchange => ({
  operation: call.operation,
  conversationId: call.conversationId,
  own: field(call, 'input_ThirdPartyConversationID'),
})

/** A refusal before anything happened; also in asynchronous mode it is said at once. */
export const refuse = (call: Call, code: string, note?: string): WireAnswer => {
  if (note) call.notes.push(note)
  return answerOf(exchangeOf(call), { code })
}

/** The query's callback leaves the state out and repeats the receipt: M-Pesa OpenAPI portal. */
const inCallback = ({ name }: Operation, carried: Record<string, string>): Record<string, string> => {
  if (name !== 'query-transaction-status' || !carried.OriginalTransactionID) return carried
  const { ResponseTransactionStatus: _, ...rest } = carried
  return { TransactionID: carried.OriginalTransactionID, ...rest }
}

export const callbackBody = ({ operation, conversationId, own }: Exchange, ending: Ending): Json => {
  const carried = prefixed('input_', inCallback(operation, carriedBy(operation, ending)))
  // The result of the second stage says INS-0, although its answer at once says INS-GAR-0.
  const code = isSuccess(ending.code) ? success : ending.code
  const description = ending.message ?? messageOf(code)
  return operation.name === 'direct-debit-query'
    ? {
        input_ResponseCode: code,
        input_ResponseDesc: description,
        input_OriginalConversationID: conversationId,
        input_ThirdPartyConversationID: own,
        ...carried,
      }
    : {
        input_OriginalConversationID: conversationId,
        ...carried,
        input_ResultCode: code,
        input_ResultDesc: description,
        input_ThirdPartyConversationID: own,
      }
}

const keysOfExchange = ({ conversationId, own }: Exchange): CorrelationKey[] => [
  { kind: 'conversation-id', value: conversationId },
  ...(own ? [{ kind: 'originator-conversation-id' as const, value: own }] : []),
]

type Owed = Exchange & { url: string; dueAt: number }

const oweResult = (world: World, { url, dueAt, ...exchange }: Owed, ending: Ending) =>
  oweCallback(world, {
    system: 'openapi',
    operation: exchange.operation.id,
    kind: exchange.operation.name === 'direct-debit-query' ? 'mandate-result' : 'result',
    dueAt,
    url,
    headers: [['Content-Type', 'application/json']],
    body: JSON.stringify(callbackBody(exchange, ending)),
    keys: keysOfExchange(exchange),
  })

/** Ends a call that asks nobody: in synchronous mode its answer is the end, otherwise the result follows. */
export const settle = (call: Call, ending: Ending): WireAnswer => {
  const { world, responseUrl } = call
  const exchange = exchangeOf(call)
  call.keys.push(...keysOfExchange(exchange))
  if (!responseUrl) return answerOf(exchange, ending)
  const dueAt = world.now + world.settings.resultDelayMs
  oweResult(world, { ...exchange, url: responseUrl, dueAt }, ending)
  return takenIn(exchange)
}

/** Two ids and no result. */
export const takenIn = (exchange: Exchange): WireAnswer => answerOf(exchange, { code: success })

const operations = new Map(openapiOperations.map((operation) => [operation.id, operation]))

/** What a stored transaction needs to be answered later. */
export const exchangeOfTransaction = (transaction: Transaction): Exchange => {
  const operation = operations.get(String(transaction.extra.operation))
  if (!operation) throw new Error('A transaction names its operation')
  return {
    operation,
    conversationId: transaction.conversationId ?? '',
    own: transaction.originatorConversationId ?? '',
  }
}

export const endingOfTransaction = ({ code = 'INS-1', receipt, extra }: Transaction): Ending => ({
  code,
  carries: {
    ...(receipt ? { TransactionID: receipt } : {}),
    ...(typeof extra.voucher === 'string' ? { VoucherCode: extra.voucher } : {}),
    ...(typeof extra.msisdnToken === 'string' ? { MsisdnToken: extra.msisdnToken } : {}),
  },
})
