import { asynchronousWait } from '@/lib/catalogue/longest-waits'
import type { FollowUp, Json, Operation, WireExample } from '@/lib/catalogue/types'
import { responseUrl } from './fields'

/** Ids of the examples: made up, in the forms that captured answers have. */
export const sample = {
  conversationId: '0c5b7ad1e4f84d2e9b6f3a7c81d290ee',
  otherConversationId: '7b1e60c2a94f4f77b1c07d5aa3e84f02',
  own: 'd2a9f14c7b6e4f0c9a5e31b8470c6d11',
  receipt: 'q7Lw2Zr9TbXk',
  token: 'cXdlcnR5dWlvcGFzZGZnaA==',
}

export const processed = 'Request processed successfully'

export const answered = (body: Record<string, Json> = {}, code = 'INS-0'): Json => ({
  output_ResponseCode: code,
  output_ResponseDesc: processed,
  ...body,
  output_ConversationID: sample.conversationId,
  output_ThirdPartyConversationID: sample.own,
})

export const refused = (code: string, description: string, body: Record<string, Json> = {}): Json => ({
  output_ResponseCode: code,
  output_ResponseDesc: description,
  ...body,
  output_ConversationID: sample.otherConversationId,
  output_ThirdPartyConversationID: sample.own,
})

export const receipt = (value: string) => ({ output_TransactionID: value })
export const noReceipt = receipt('N/A')

/** The first answer of asynchronous mode: two ids and no result. */
const takenIn: WireExample = {
  when: 'Asynchronous mode',
  httpStatus: 201,
  body: answered(),
  note: 'Carries no transaction id yet. Its HTTP status is unconfirmed.',
}

type OperationDraft = Omit<
  Operation,
  | 'id'
  | 'system'
  | 'version'
  | 'status'
  | 'direction'
  | 'auth'
  | 'body'
  | 'headers'
  | 'asynchronous'
  | 'followUps'
  | 'callbacks'
  | 'notes'
  | 'acknowledgement'
> & {
  acknowledgement: Pick<Operation['acknowledgement'], 'success' | 'failure'> &
    Partial<Operation['acknowledgement']>
} & Partial<Pick<Operation, 'callbacks' | 'notes' | 'followUps' | 'auth' | 'headers'>>

const bearer: Operation['auth'] = {
  type: 'bearer',
  uses: ['apiKey', 'origin'],
  note: 'The bearer is the session key, encrypted with the platform’s public key (RSA 4096, PKCS#1 v1.5) and written as base64.',
}

export const headersWith = (secret: 'apiKeyBearer' | 'sessionBearer') => [
  { name: 'Content-Type', value: 'application/json' },
  { name: 'Authorization', value: `Bearer {${secret}}` },
  { name: 'Origin', value: '{origin}' },
]

const prefix = '/ipg/v2/{market}'

/** Fills in what the calls of this platform have in common. */
export const defineOperation = ({ fields, acknowledgement, ...draft }: OperationDraft): Operation => {
  const inQuery = draft.method === 'GET'
  const callbacks = draft.callbacks ?? []
  const canWait = callbacks.length > 0
  const all = canWait ? [...fields, responseUrl] : fields
  return {
    id: `openapi.${draft.name}`,
    system: 'openapi',
    version: 'v2',
    status: 'current',
    direction: 'outbound',
    auth: bearer,
    body: inQuery ? 'none' : 'object',
    headers: headersWith('sessionBearer'),
    // A query is final in itself, and what it answers is about another call.
    asynchronous: canWait && !inQuery,
    callbacks,
    followUps: [],
    notes: [],
    ...((canWait || draft.tellsResult) && { longestWait: asynchronousWait }),
    ...draft,
    path: `${prefix}${draft.path}`,
    ...(draft.otherPaths && { otherPaths: draft.otherPaths.map((path) => `${prefix}${path}`) }),
    fields: inQuery ? all.map((field) => ({ ...field, in: 'query' as const })) : all,
    acknowledgement: {
      ...acknowledgement,
      variants: [
        ...(acknowledgement.variants ?? []),
        ...(canWait ? [{ ...takenIn, httpStatus: inQuery ? 200 : 201 }] : []),
      ],
    },
  }
}

export const queryThis: FollowUp = {
  label: 'Query this',
  operation: 'openapi.query-transaction-status',
  take: [{ value: 'originator-conversation-id', field: 'input_QueryReference' }],
}

export const queryReceipt: FollowUp = {
  label: 'Query by receipt',
  operation: 'openapi.query-transaction-status',
  take: [{ value: 'receipt', field: 'input_QueryReference' }],
}

export const reverseThis: FollowUp = {
  label: 'Reverse this',
  operation: 'openapi.reversal',
  take: [{ value: 'receipt', field: 'input_TransactionID' }],
}
