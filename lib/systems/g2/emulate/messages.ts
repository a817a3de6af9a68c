import type { G2CallbackKind } from '@/lib/catalogue/g2/callbacks'
import type { Json } from '@/lib/catalogue/types'
import { newDueId } from '@/lib/systems/kenya/ids'
import type { CorrelationKey } from '@/lib/wire/types'
import { scheduleCallback } from '@/lib/world/faults'
import type { World } from '@/lib/world/types'

/** Milliseconds that a receiver may take to answer. */
const patience = 30_000

export type Owed = {
  operation: string
  kind: G2CallbackKind
  url: string
  body: string
  dueAt: number
  keys: CorrelationKey[]
  /** The checkout also reports by query string and by form. */
  method?: 'GET' | 'POST'
  contentType?: string
  timeoutMs?: number
  context?: Json
  /** What the broker sends when the request waited too long in its queue. */
  timeout?: { kind: G2CallbackKind; url: string; body: string }
}

/** The one way in which a message comes to be owed. */
export const oweMessage = (world: World, owed: Owed) => {
  const { timeout } = owed
  scheduleCallback(
    world,
    owed.operation,
    {
      id: newDueId(world),
      system: 'g2',
      kind: owed.kind,
      dueAt: owed.dueAt,
      request: requestOf(owed),
      context: owed.context ?? null,
      keys: owed.keys,
    },
    timeout && { kind: timeout.kind, request: requestOf(timeout) },
  )
}

const requestOf = ({
  url,
  body,
  method = 'POST',
  contentType = 'text/xml; charset=utf-8',
  timeoutMs = patience,
}: Pick<Owed, 'url' | 'body' | 'method' | 'contentType' | 'timeoutMs'>) => ({
  method,
  url,
  headers:
    method === 'GET'
      ? []
      : ([
          ['Content-Type', contentType],
          ...(contentType.startsWith('text/xml') ? [['SOAPAction', '""']] : []),
        ] as [string, string][]),
  body,
  timeoutMs,
})
