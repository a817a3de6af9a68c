import type { CallbackKind } from '@/lib/catalogue/callback-kinds'
import type { Json, OperationId, SystemId } from '@/lib/catalogue/types'
import type { CorrelationKey } from '@/lib/wire/types'
import { bookId } from '@/lib/world/book-id'
import { scheduleCallback } from '@/lib/world/faults'
import type { World } from '@/lib/world/types'

/** Milliseconds that a receiver may take to answer, where no source names a limit: unconfirmed. */
const patience = 30_000

type Message = {
  url: string
  method?: 'GET' | 'POST'
  headers: [string, string][]
  body: string
  timeoutMs?: number
}

export type Owed = Message & {
  system: SystemId
  operation: OperationId
  kind: CallbackKind
  dueAt: number
  keys: CorrelationKey[]
  /** For the rule that reads what the receiver answers. */
  context?: Json
  /** What the gateway sends when the request times out in its queue. */
  timeout?: Message & { kind: CallbackKind }
}

/** The one way in which a callback comes to be owed. */
export const oweCallback = (world: World, owed: Owed) => {
  const { system, operation, kind, dueAt, keys, context = null, timeout } = owed
  scheduleCallback(
    world,
    operation,
    { id: bookId(world, 'D'), system, kind, dueAt, request: requestOf(owed), context, keys },
    timeout && { kind: timeout.kind, request: requestOf(timeout) },
  )
}

const requestOf = ({ method = 'POST', url, headers, body, timeoutMs = patience }: Message) => ({
  method,
  url,
  headers,
  body,
  timeoutMs,
})
