import type { SystemId } from '@/lib/catalogue/types'
import { answerFromEntry } from '@/lib/systems/gateway/from-entry'
import type { System } from '@/lib/systems/types'
import type { VodacomCall } from './call'
import { newReceipt } from './ids'

/** What an operation of the catalogue is answered with until somebody writes a rule for it. */
export const answerByEntry = <C extends VodacomCall>(system: SystemId, read: System['read']) =>
  answerFromEntry<C>({
    system,
    contentType: 'application/json',
    write: JSON.stringify,
    fresh: {
      ConversationID: ({ conversationId }) => conversationId,
      OriginalConversationID: ({ conversationId }) => conversationId,
      TransactionID: ({ world }) => newReceipt(world),
    },
    bare: (name) => name.replace(/^(in|out)put_/, ''),
    keysOf: ({ operation }, status, body) => {
      const outcome = read(operation, status, body)
      return 'keys' in outcome ? outcome.keys : []
    },
    urlFor: ({ responseUrl }) => responseUrl,
  })
