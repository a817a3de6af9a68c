import { mozambiqueCodes } from '@/lib/catalogue/mozambique'
import type { Operation } from '@/lib/catalogue/types'
import { markets } from '@/lib/msisdn/markets'
import { answerJson } from '@/lib/systems/gateway/answers'
import { field } from '@/lib/systems/gateway/values'
import type { VodacomCall } from '@/lib/systems/vodacom/call'
import { endingsOf, readCodes, success } from '@/lib/systems/vodacom/codes'
import type { WireAnswer } from '@/lib/wire/types'
import type { Endings } from '@/lib/world/phones'

export const market = markets.mozambique

export type Call = VodacomCall

const codes = readCodes(mozambiqueCodes)
export const { messageOf } = codes

/** How a prompt can end. Vodacom's sandbox has no test numbers of its own. */
export const promptEndings = endingsOf('1', '5', '6', '9', '16', '995', '996', '2006', '2051')

/** How a payment to a phone can end. */
export const payoutEndings = endingsOf('1', '6', '9', '16', '995', '996', '2002', '2006', '2051')

export const phoneEndings: Endings = new Map([...promptEndings, ...payoutEndings])

/** What stands beside the code in an answer of this operation. */
const ownFields: Record<string, string> = {
  'query-transaction-status': 'output_ResponseTransactionStatus',
  'query-customer-name': 'output_CustomerName',
}

type Answered = {
  operation: Pick<Operation, 'name' | 'method'> | undefined
  code: string
  conversationId: string
  reference: string
  /** Receipt, state or name; `N/A` where there is none, left out while it is still to come. */
  value?: string
}

/** The one form of every answer. A key is left out only where asynchronous mode still owes it. */
export const answerOf = ({ operation, code, conversationId, reference, value }: Answered): WireAnswer =>
  answerJson(code === success ? (operation?.method === 'GET' ? 200 : 201) : codes.statusOf(code), {
    output_ResponseCode: code,
    output_ResponseDesc: messageOf(code),
    ...(value === undefined ? {} : { [ownFields[operation?.name ?? ''] ?? 'output_TransactionID']: value }),
    output_ConversationID: conversationId,
    output_ThirdPartyReference: reference,
  })

/** A refusal before anything happened. */
export const refuse = (call: Call, code: string, note?: string): WireAnswer => {
  if (note) call.notes.push(note)
  return answerOf({
    operation: call.operation,
    code,
    conversationId: call.conversationId,
    reference: field(call, 'input_ThirdPartyReference') || 'N/A',
    value: 'N/A',
  })
}

export const noOrganisation = (call: Call, name = 'input_ServiceProviderCode'): WireAnswer =>
  refuse(call, 'INS-13', `${field(call, name)} is no organisation here. 171717 is.`)
