import type { KeyKind } from '@/lib/catalogue/types'
import { pickText, type WireObject } from '@/lib/wire/json'
import type { CorrelationKey } from '@/lib/wire/types'
import { keyOf } from '../shared/wire'

const keyNames: [KeyKind, ...string[]][] = [
  ['checkout-id', 'CheckoutRequestID'],
  ['merchant-request-id', 'MerchantRequestID'],
  ['conversation-id', 'ConversationID'],
  // The second spelling is what C2B registration and simulation answer.
  ['originator-conversation-id', 'OriginatorConversationID', 'OriginatorCoversationID'],
]

export const keysOf = (from: WireObject | undefined): CorrelationKey[] =>
  keyNames.flatMap(([kind, ...names]) => keyOf(kind, pickText(from, ...names)))
