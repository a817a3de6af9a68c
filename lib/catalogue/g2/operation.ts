import { resultWait } from '@/lib/catalogue/longest-waits'
import type { FollowUp, Operation, WireExample } from '@/lib/catalogue/types'
import { responseMessage } from './messages'

type OperationDraft = Pick<
  Operation,
  'name' | 'title' | 'summary' | 'group' | 'path' | 'fields' | 'envelope' | 'sources'
> & {
  acknowledgement: Omit<Operation['acknowledgement'], 'variants'>
  variants?: WireExample[]
} & Partial<Omit<Operation, 'id' | 'system' | 'acknowledgement'>>

const soapHeaders = [
  { name: 'Content-Type', value: 'text/xml; charset=utf-8' },
  // Two quotes with nothing between them: SOAP 1.1, no action.
  { name: 'SOAPAction', value: '""' },
]

export const defineOperation = ({ acknowledgement, variants = [], ...draft }: OperationDraft): Operation => ({
  id: `g2.${draft.name}`,
  system: 'g2',
  method: 'POST',
  version: 'SOAP 1.1',
  status: 'legacy',
  evidence: 'secondary',
  direction: 'outbound',
  auth: { type: 'none', uses: ['spId', 'spPassword'] },
  body: 'xml',
  headers: soapHeaders,
  asynchronous: false,
  movesMoney: false,
  callbacks: [],
  followUps: [],
  notes: [],
  ...((draft.asynchronous || draft.tellsResult) && { longestWait: resultWait }),
  ...draft,
  acknowledgement: { ...acknowledgement, variants },
})

/** Ids of the examples; made up. */
export const sample = {
  originator: '600000_JARIBU_000001',
  conversation: 'AG_20261120_00004a1b2c3d4e5f6071',
  receipt: 'UKK1JARIB1',
  checkout: 'b7c1d2e3f405162738495a6b7c8d9e0f',
  resultUrl: 'https://example.com/g2/result',
  timeoutUrl: 'https://example.com/g2/timeout',
}

const xml = (body: string, facts: Partial<WireExample> = {}): WireExample => ({
  httpStatus: 200,
  body,
  ...facts,
})

/** What the broker says at once to a generic request. */
export const genericAcknowledgement: OperationDraft['acknowledgement'] = {
  success: xml(
    responseMessage({
      code: '0',
      description: 'Accept the service request successfully.',
      conversationId: sample.conversation,
      originatorConversationId: sample.originator,
      serviceStatus: '0',
    }),
  ),
  failure: xml(responseMessage({ code: '100000007', description: 'Authentication failed' }), {
    note: 'A refusal of the broker carries no conversation ids.',
  }),
  successRule: 'Any run of zeros is success: the tables print nine, messages carry one or eight.',
}

export const genericVariants: WireExample[] = [
  xml(responseMessage({ code: '100000000', description: 'Request was cached, waiting for resending' }), {
    when: 'The broker queues it',
    note: 'A result or a queue timeout follows.',
  }),
  xml(
    responseMessage({
      code: '23',
      description: 'Request schema validation error',
      conversationId: '',
      originatorConversationId: sample.originator,
      serviceStatus: '0',
    }),
    { when: 'The document inside does not fit its schema' },
  ),
  xml(responseMessage({ code: '100000014', description: 'Missing mandatory parameter:serviceId' }), {
    when: 'A header field is missing',
  }),
]

export const checkStatus: FollowUp = {
  label: 'Check the status',
  operation: 'g2.transaction-status-query',
  take: [{ value: 'receipt', field: 'ReceiptNumber' }],
}

/** Works before any receipt is known. */
export const checkStatusByConversation: FollowUp = {
  label: 'Check the status by conversation id',
  operation: 'g2.transaction-status-query',
  take: [{ value: 'originator-conversation-id', field: 'Parameters.OriginatorConversationID' }],
}

export const lookUp: FollowUp = {
  label: 'Ask the broker what it has',
  operation: 'g2.query-transaction',
  take: [{ value: 'originator-conversation-id', field: 'originatorConversationID' }],
}

export const reverse: FollowUp = {
  label: 'Reverse this',
  operation: 'g2.transaction-reversal',
  take: [{ value: 'receipt', field: 'OriginalTransactionID' }],
  // Of what a status query found, only what a customer paid: Daraja reference, Transaction reversal.
  when: { result: 'DebitPartyName', begins: '254' },
}

export const operatorAuth: Operation['auth'] = {
  type: 'none',
  uses: ['spId', 'spPassword', 'initiatorName', 'initiatorPassword'],
  note: 'Live access also needed a private line and a TLS client certificate.',
}

export const brokerNotes = [
  'Live hosts were reachable over a VPN or leased line only, later with TLS certificates on both sides.',
]
