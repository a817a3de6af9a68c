import { resultWait } from '@/lib/catalogue/longest-waits'
import type { FollowUp, Operation } from '@/lib/catalogue/types'
import type { FieldDraft } from './fields'

type OperationDraft = Pick<
  Operation,
  'name' | 'title' | 'summary' | 'group' | 'status' | 'evidence' | 'path' | 'version' | 'sources'
> & { fields: FieldDraft[]; acknowledgement: Omit<Operation['acknowledgement'], 'variants'> } & Partial<
    Omit<Operation, 'id' | 'system' | 'fields' | 'acknowledgement'>
  > & { variants?: Operation['acknowledgement']['variants'] }

const json = { name: 'Content-Type', value: 'application/json' }

/** Values in braces are filled in when the request is planned: the token, or a credential by its name. */
export const bearerHeaders = [{ name: 'Authorization', value: 'Bearer {token}' }, json]

/** Fills in what most Daraja calls have in common. A field without a source of its own has its entry's first. */
export const defineOperation = ({
  fields,
  acknowledgement,
  variants = [],
  ...draft
}: OperationDraft): Operation => ({
  id: `daraja.${draft.name}`,
  system: 'daraja',
  method: 'POST',
  direction: 'outbound',
  auth: { type: 'bearer', uses: [] },
  body: 'object',
  headers: bearerHeaders,
  asynchronous: false,
  movesMoney: false,
  callbacks: [],
  followUps: [],
  notes: [],
  ...((draft.asynchronous || draft.tellsResult) && { longestWait: resultWait }),
  fields: fields.map((field) => ({ ...field, sources: field.sources ?? draft.sources.slice(0, 1) })),
  acknowledgement: { ...acknowledgement, variants },
  ...draft,
})

/** Calls that an API operator signs. */
export const operatorAuth: Operation['auth'] = {
  type: 'bearer',
  uses: ['initiatorName', 'initiatorPassword'],
}

export const checkStatus: FollowUp = {
  label: 'Check the status',
  operation: 'daraja.transaction-status',
  take: [{ value: 'receipt', field: 'TransactionID' }],
}

/** `payee`: the field of the payment that named the shortcode paid: only a party of the payment may ask about it. */
export const checkStatusOfPaymentTo = (payee: string): FollowUp => ({
  ...checkStatus,
  take: [...checkStatus.take, { value: payee, field: 'PartyA' }],
})

/** Works before any receipt is known. */
export const checkStatusByConversation: FollowUp = {
  label: 'Check the status by conversation id',
  operation: 'daraja.transaction-status',
  take: [{ value: 'originator-conversation-id', field: 'OriginalConversationID' }],
}

/** Only payments from customers can be reversed by API: portal, Reversal. */
const reverse: FollowUp = {
  label: 'Reverse this',
  operation: 'daraja.reversal',
  take: [
    { value: 'receipt', field: 'TransactionID' },
    { value: 'amount', field: 'Amount' },
  ],
}

/** Of what a status query found: the payer has to be a customer. */
export const reverseFound: FollowUp = { ...reverse, when: { result: 'DebitPartyName', begins: '254' } }

/** `payee`: the field of the payment that named the shortcode paid, which is the only one that may reverse it. */
export const reversePaymentTo = (payee: string): FollowUp => ({
  ...reverse,
  take: [...reverse.take, { value: payee, field: 'ReceiverParty' }],
})
