import type { Operation } from '@/lib/catalogue/types'
import { centsOf } from '@/lib/money'
import { answerJson } from '@/lib/systems/gateway/answers'
import { field } from '@/lib/systems/gateway/values'
import type { CorrelationKey, Emulated, Values, WireAnswer } from '@/lib/wire/types'
import type { Organisation, Transaction, World } from '@/lib/world/types'
import { messageOf, statusOf, success } from './codes'
import { newConversationId } from './ids'

export const market = 'mozambique'
export const currency = 'MZN'

/** One request on its way through the emulator: recognised, its key known, its fields valid. */
export type Call = {
  world: World
  operation: Operation
  values: Values
  notes: string[]
  keys: CorrelationKey[]
  isStrict: boolean
  conversationId: string
  /** Where results go; undefined in synchronous mode. */
  responseUrl: string | undefined
}

export type Handler = (call: Call) => Pick<Emulated, 'answer' | 'held'>

/** Cents of a checked amount. */
export const amountOf = (text: string): number => centsOf(text) ?? 0

export const organisationOf = (call: Call, name: string): Organisation | undefined =>
  call.world.store.organisation(market, field(call, name))

/** What stands beside the code in an answer of this operation. */
const ownFields: Record<string, string> = {
  'query-transaction-status': 'output_ResponseTransactionStatus',
  'query-customer-name': 'output_CustomerName',
}

export type Told = {
  operation: Pick<Operation, 'name' | 'method'> | undefined
  code: string
  conversationId: string
  reference: string
  /** Receipt, state or name; `N/A` where there is none, left out while it is still to come. */
  value?: string
}

/** The one form of every answer. A key is left out only where asynchronous mode still owes it. */
export const answerOf = ({ operation, code, conversationId, reference, value }: Told): WireAnswer =>
  answerJson(code === success ? (operation?.method === 'GET' ? 200 : 201) : statusOf(code), {
    output_ResponseCode: code,
    output_ResponseDesc: messageOf(code),
    ...(value === undefined ? {} : { [ownFields[operation?.name ?? ''] ?? 'output_TransactionID']: value }),
    output_ConversationID: conversationId,
    output_ThirdPartyReference: reference,
  })

/** A refusal before anything happened. */
export const refuse = (call: Call, code: string, note?: string): ReturnType<Handler> => {
  if (note) call.notes.push(note)
  return {
    answer: answerOf({
      operation: call.operation,
      code,
      conversationId: call.conversationId,
      reference: field(call, 'input_ThirdPartyReference') || 'N/A',
      value: 'N/A',
    }),
  }
}

/** A refusal of a request that was not even read. */
export const refuseUnread = (
  world: Pick<World, 'ids'>,
  operation: Operation | undefined,
  code: string,
  reference: string,
): WireAnswer =>
  answerOf({
    operation,
    code,
    conversationId: newConversationId(world),
    reference: reference || 'N/A',
    value: 'N/A',
  })

/** What the caller of a payment gets once it has ended. */
export const finalAnswer = (operation: Operation, transaction: Transaction): WireAnswer =>
  answerOf({
    operation,
    code: transaction.code ?? 'INS-1',
    conversationId: transaction.conversationId ?? '',
    reference: transaction.originatorConversationId ?? '',
    value: transaction.receipt ?? 'N/A',
  })

/** Asynchronous mode: taken in, the receipt follows. */
export const acceptedAnswer = (operation: Operation, transaction: Transaction): WireAnswer =>
  answerOf({
    operation,
    code: success,
    conversationId: transaction.conversationId ?? '',
    reference: transaction.originatorConversationId ?? '',
  })
