import { answerFromEntry } from '@/lib/systems/gateway/from-entry'
import { newCheckoutId, newConversationId, newReceipt, newRequestId } from '@/lib/systems/kenya/ids'
import { contentType, wireJson } from '@/lib/systems/kenya/json'
import { readAnswer } from '../read'
import { type Call, field } from './call'

const requestId = ({ world }: Call) => newRequestId(world)
const receipt = ({ world }: Call) => newReceipt(world)

/** What an operation of the catalogue is answered with until somebody writes a rule for it. */
export const answerByEntry = answerFromEntry<Call>({
  system: 'daraja',
  contentType,
  write: wireJson,
  fresh: {
    MerchantRequestID: requestId,
    CheckoutRequestID: (call) => newCheckoutId(call.world, field(call, 'PhoneNumber')),
    ConversationID: ({ world }) => newConversationId(world),
    OriginatorConversationID: requestId,
    OriginatorCoversationID: requestId,
    RequestID: requestId,
    ResponseRefID: requestId,
    requestRefID: requestId,
    requestRefId: requestId,
    responseRefID: requestId,
    TransactionID: receipt,
    TransactionReceipt: receipt,
    MpesaReceiptNumber: receipt,
    transactionId: receipt,
  },
  keysOf: ({ operation }, status, body) => {
    const outcome = readAnswer(operation, status, body)
    return 'keys' in outcome ? outcome.keys : []
  },
})
