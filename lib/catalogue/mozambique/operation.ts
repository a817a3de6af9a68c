import { asynchronousWait } from '@/lib/catalogue/longest-waits'
import type { Json, Operation } from '@/lib/catalogue/types'

/** Ids of the examples; made up, in the forms that captured answers have. */
export const sample = {
  receipt: 'r4Zt9Ky2LmQv',
  conversationId: '5d3f0b1ac7e94826b0e4d97c21f6a830',
  otherConversationId: 'e1c94b7702fa4d1f8a6c35d0b9217e44',
  reference: 'REQ7731',
}

export const answered = (body: Record<string, Json> = {}): Json => ({
  output_ResponseCode: 'INS-0',
  output_ResponseDesc: 'Request processed successfully',
  ...body,
  output_ConversationID: sample.conversationId,
  output_ThirdPartyReference: sample.reference,
})

export const refused = (code: string, description: string, body: Record<string, Json> = {}): Json => ({
  output_ResponseCode: code,
  output_ResponseDesc: description,
  ...body,
  output_ConversationID: sample.otherConversationId,
  output_ThirdPartyReference: sample.reference,
})

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
> &
  Partial<Pick<Operation, 'callbacks' | 'notes' | 'followUps'>> & {
    /** Each operation listens on a port of its own. */
    port: number
  }

export const defineOperation = ({ port, fields, ...draft }: OperationDraft): Operation => {
  const inQuery = draft.method === 'GET'
  return {
    id: `mozambique.${draft.name}`,
    system: 'mozambique',
    version: 'v1x',
    status: 'current',
    direction: 'outbound',
    auth: {
      type: 'bearer',
      uses: ['apiKey', 'publicKey'],
      note: 'The bearer is the API key itself, encrypted with the account’s public key (RSA 4096, PKCS#1 v1.5) and written as base64.',
    },
    body: inQuery ? 'none' : 'object',
    headers: [
      { name: 'Content-Type', value: 'application/json' },
      { name: 'Authorization', value: 'Bearer {bearer}' },
      { name: 'Origin', value: '{origin}' },
    ],
    // Synchronous unless the account has a response URL, which no single request can tell.
    asynchronous: false,
    callbacks: [],
    followUps: [],
    ...((draft.callbacks?.length || draft.tellsResult) && { longestWait: asynchronousWait }),
    ...draft,
    fields: inQuery ? fields.map((field) => ({ ...field, in: 'query' })) : fields,
    notes: [`Listens on port ${port}.`, ...(draft.notes ?? [])],
    port,
  }
}

export const queryStatus: Operation['followUps'][number] = {
  label: 'Query this',
  operation: 'mozambique.query-transaction-status',
  // The caller's own reference is there also when no answer came, which is when asking matters.
  take: [{ value: 'third-party-reference', field: 'input_QueryReference' }],
}

export const reverse: Operation['followUps'][number] = {
  label: 'Reverse this',
  operation: 'mozambique.reversal',
  take: [{ value: 'receipt', field: 'input_TransactionID' }],
}
