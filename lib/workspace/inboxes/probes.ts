import 'server-only'
import { ofDatabase } from '@/lib/process-state'
import type { WireAnswer, WireMessage } from '@/lib/wire/types'
import type { Deps } from '../deps'
import type { OpenInbox } from './open-inboxes'

/** What arrived of a check: whom it seemed to come from, and how. */
export type Arrived = { remoteAddress: string; hasForwarded: boolean }

/** Checks that are under way, by their word. */
const expected = ofDatabase('inbox-probes', () => new Map<string, { inboxId: string; arrived?: Arrived }>())

/** Below the inbox, so that whatever leads there leads here as well. */
export const probePath = (word: string): string => `/check/${word}`

export const probesUnderWay = (deps: Deps): number => expected(deps).size

/** Expects a request with this word at an inbox until `end` tells what came. */
export const expectProbe = (deps: Deps, inboxId: string, word: string): { end(): Arrived | undefined } => {
  const probes = expected(deps)
  const probe: { inboxId: string; arrived?: Arrived } = { inboxId }
  probes.set(word, probe)
  return {
    end: () => {
      probes.delete(word)
      return probe.arrived
    },
  }
}

/** Answers a check that somebody is waiting for; nothing of it is stored. */
export const answerProbe = (
  deps: Deps,
  inbox: Pick<OpenInbox, 'id'>,
  { path, remoteAddress, headers }: WireMessage,
): WireAnswer | undefined => {
  const probes = expected(deps)
  if (probes.size === 0) return undefined
  const word = /\/check\/([\w-]+)$/.exec(path)?.[1] ?? ''
  const probe = probes.get(word)
  if (probe?.inboxId !== inbox.id) return undefined
  const hasForwarded = headers.some(([name]) => /^(x-forwarded-for|forwarded)$/i.test(name))
  probe.arrived = { remoteAddress, hasForwarded }
  return {
    status: 200,
    headers: [['Content-Type', 'application/json']],
    body: JSON.stringify({ arrived: word }),
  }
}
