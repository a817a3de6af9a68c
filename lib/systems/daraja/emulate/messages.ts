import type { DarajaCallbackKind } from '@/lib/catalogue/daraja/callbacks'
import type { Json } from '@/lib/catalogue/types'
import { newDueId } from '@/lib/systems/kenya/ids'
import type { CorrelationKey } from '@/lib/wire/types'
import { scheduleCallback } from '@/lib/world/faults'
import type { World } from '@/lib/world/types'
import { callbackContentType, wireJson } from './wire'

/** Milliseconds that a receiver may take to answer; only C2B validation has a documented limit. */
const patience = 30_000

export type Owed = {
  operation: string
  kind: DarajaCallbackKind
  url: string
  body: Json
  dueAt: number
  keys: CorrelationKey[]
  headers?: [string, string][]
  timeoutMs?: number
  context?: Json
  /** What the gateway sends when the request times out in its queue. */
  timeout?: { kind: DarajaCallbackKind; url: string; body: Json }
}

/** The one way in which a callback comes to be owed. */
export const oweCallback = (world: World, owed: Owed) => {
  const { timeout } = owed
  scheduleCallback(
    world,
    owed.operation,
    {
      id: newDueId(world),
      system: 'daraja',
      kind: owed.kind,
      dueAt: owed.dueAt,
      request: post(owed),
      context: owed.context ?? null,
      keys: owed.keys,
    },
    timeout && { kind: timeout.kind, request: post(timeout) },
  )
}

const post = ({
  url,
  headers = [],
  body,
  timeoutMs = patience,
}: Pick<Owed, 'url' | 'headers' | 'body' | 'timeoutMs'>) => ({
  method: 'POST',
  url,
  headers: [callbackContentType, ...headers],
  body: wireJson(body),
  timeoutMs,
})
