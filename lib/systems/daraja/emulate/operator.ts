import type { Json } from '@/lib/catalogue/types'
import { wordingOf } from '@/lib/systems/gateway/on-purpose'
import { wireCode } from '@/lib/systems/kenya/codes'
import { newConversationId, newRequestId, newTransactionId, noReceipt } from '@/lib/systems/kenya/ids'
import { answerJson, oweJson } from '@/lib/systems/kenya/json'
import { operatorState } from '@/lib/systems/kenya/operators'
import { readCredential } from '@/lib/systems/shared/credential'
import type { WireAnswer } from '@/lib/wire/types'
import type { Organisation, Transaction } from '@/lib/world/types'
import { wordsOf } from '../codes'
import { type Call, field, keyed, market, refusal } from './call'

/** A call that an operator of an organisation signed, as far as its signature goes. */
export type Signed = {
  conversationId: string
  originatorConversationId: string
  organisation: Organisation | undefined
  /** Result code with which the core will end the request, because of who asks. */
  code: string | undefined
}

/**
 * Reads operator and credential. A credential that is none is refused at once; one that is wrong comes back in the
 * result, as with the real service.
 */
export const readOperator = (call: Call, shortcode: string): Signed | { refused: WireAnswer } => {
  const { world } = call
  const reading = readCredential(world, 'daraja', field(call, 'SecurityCredential'))
  if (reading.kind === 'malformed') {
    call.notes.push('SecurityCredential is not base64 of 256 bytes: was the plain password sent?')
    return { refused: refusal(world, 400, '400.002.02', 'Bad Request - Invalid SecurityCredential') }
  }
  const organisation = world.store.organisation(market, shortcode)
  const name = field(call, 'Initiator') || field(call, 'InitiatorName')
  const operator = organisation?.operators.find((one) => one.name === name)
  const own = field(call, 'OriginatorConversationID')
  const { ending } = call
  const signed = {
    conversationId: newConversationId(world),
    originatorConversationId: own || newRequestId(world),
    organisation,
  }
  if (ending) return { ...signed, code: ending.code ?? undefined }
  const state = operatorState(organisation, name)
  if (state) {
    call.notes.push(state.note)
    return { ...signed, code: state.code }
  }
  if (!organisation) call.notes.push(`Shortcode ${shortcode} is unknown here, so it has no operators.`)
  else if (!operator) call.notes.push(`${shortcode} has no operator ${name}.`)
  if (!operator) return { ...signed, code: '2001' }
  if (reading.kind === 'unverifiable') {
    call.notes.push(
      'SecurityCredential was made with another certificate and cannot be verified here. The emulator has its own: /emulator/daraja/certificate.',
    )
    return { ...signed, code: call.isStrict ? '2001' : undefined }
  }
  if (reading.password === operator.password) return { ...signed, code: undefined }
  call.notes.push('The password inside SecurityCredential is not the operator’s.')
  return { ...signed, code: '2001' }
}

/** A new transaction of a signed call, not yet stored. */
export const draft = (
  call: Call,
  signed: Signed,
  told: Pick<Transaction, 'kind' | 'amountCents' | 'payer' | 'payee'> & Partial<Transaction>,
): Transaction => ({
  id: newTransactionId(call.world),
  system: 'daraja',
  market,
  state: 'pending',
  conversationId: signed.conversationId,
  originatorConversationId: signed.originatorConversationId,
  createdAt: call.world.now,
  extra: {},
  ...told,
})

/** Accepts at once; the outcome follows on the ResultURL. */
export const accept = (call: Call, signed: Signed): WireAnswer => {
  call.keys.push(
    ...keyed(
      ['conversation-id', signed.conversationId],
      ['originator-conversation-id', signed.originatorConversationId],
    ),
  )
  return answerJson(200, {
    OriginatorConversationID: signed.originatorConversationId,
    ConversationID: signed.conversationId,
    ResponseCode: '0',
    ResponseDescription: 'Accept the service request successfully.',
  })
}

export type Parameter = { Key: string; Value?: Json }

export type ResultOf = {
  code: string
  transactionId?: string
  parameters?: Parameter | Parameter[] | undefined
  references: Parameter | Parameter[]
}

/** The gateway's own address stands here, not the caller's: Daraja reference, B2C and B2B samples. */
export const queueTimeout = (name: string): Parameter => ({
  Key: 'QueueTimeoutURL',
  Value: `https://internalsandbox.safaricom.co.ke/mpesa/${name}/v1/submit`,
})

/** unconfirmed: no source shows the body of a queue time-out; it is modelled as a result without parameters. */
const timeoutBody = (call: Call, ids: Record<string, Json>, { references }: ResultOf): Json => ({
  Result: {
    ResultType: 0,
    ResultCode: 1,
    ResultDesc: 'The request timed out in the queue.',
    ...ids,
    TransactionID: noReceipt(call.world.now),
    ReferenceData: { ReferenceItem: references },
  },
})

export const oweResult = (call: Call, signed: Signed, result: ResultOf) => {
  const { world } = call
  const ids = {
    OriginatorConversationID: signed.originatorConversationId,
    ConversationID: signed.conversationId,
  }
  const timeoutUrl = field(call, 'QueueTimeOutURL')
  oweJson(world, {
    operation: call.operation.id,
    kind: 'result',
    url: field(call, 'ResultURL'),
    dueAt: world.now + world.settings.resultDelayMs,
    ...(timeoutUrl && {
      timeout: { kind: 'queue-timeout', url: timeoutUrl, body: timeoutBody(call, ids, result) },
    }),
    body: {
      Result: {
        ResultType: 0,
        ResultCode: wireCode(result.code),
        ResultDesc: call.ending
          ? wordingOf(call.ending)
          : wordsOf(result.code, { operation: call.operation.id, place: 'result' }),
        ...ids,
        TransactionID: result.transactionId ?? noReceipt(world.now),
        ...(result.parameters ? { ResultParameters: { ResultParameter: result.parameters } } : {}),
        ReferenceData: { ReferenceItem: result.references },
      },
    },
    keys: keyed(
      ['conversation-id', signed.conversationId],
      ['originator-conversation-id', signed.originatorConversationId],
      ['receipt', result.code === '0' ? result.transactionId : undefined],
    ),
  })
}
