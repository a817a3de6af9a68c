import { answerFromEntry } from '@/lib/systems/gateway/from-entry'
import type { Call as GatewayCall, Handled } from '@/lib/systems/gateway/gateway'
import { newConversationId, newReceipt } from '@/lib/systems/kenya/ids'
import { contentType } from '@/lib/systems/kenya/soap'
import { readAnswer } from '../read'
import type { Call } from './call'

const answer = answerFromEntry<GatewayCall>({
  system: 'g2',
  contentType,
  write: String,
  fresh: {
    ConversationID: ({ world }) => newConversationId(world),
    TransactionID: ({ world }) => newReceipt(world),
    TRX_ID: ({ world }) => world.ids.hex(32),
  },
  keysOf: ({ operation }, status, body) => {
    const outcome = readAnswer(operation, status, body)
    return 'keys' in outcome ? outcome.keys : []
  },
})

/** What an operation of the catalogue is answered with until somebody writes a rule for its element. */
export const answerByEntry =
  (operation: GatewayCall['operation']) =>
  (call: Call): Handled => {
    const values = Object.fromEntries(call.content.children.map(({ local, text }) => [local, text.trim()]))
    return answer({ ...call, operation, values })
  }
