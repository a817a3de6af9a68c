import 'server-only'
import { z } from 'zod'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { requireRole } from '../people/require-role'
import { origin } from './inbox-fields'
import { inboxUrlOf, maskedInboxUrlOf } from './inbox-url'
import { openSecret } from './open-inboxes'
import { expectProbe, probePath, probesUnderWay } from './probes'
import { judgeReach, type Reach, reachFailures } from './reach-verdict'
import { findInbox } from './read-inboxes'

export const reachInput = z.strictObject({
  publicUrl: origin
    .optional()
    .describe('Origin to try in place of the one that the inbox has; nothing is stored of it.'),
})
export type ReachInput = z.infer<typeof reachInput>

export const reachView = z
  .object({
    url: z.string().describe('Where the check was sent, its secret hidden.'),
    reached: z.boolean(),
    failure: z.enum(reachFailures).nullable(),
    sentence: z.string(),
    next: z.string().describe('The next step; empty when there is none.'),
    remarks: z.array(z.string()).describe('What works and still wants attention.'),
    status: z.int().nullable(),
    ms: z.number(),
    seenFrom: z.string().nullable().describe('Whom the request came from, as the inbox saw it.'),
  })
  .meta({ id: 'Reach' }) satisfies z.ZodType<Reach>

const withinMs = 10_000
/** At a time: each waits for somebody else's server. */
const mostUnderWay = 4

/** Sends a word to an inbox by its public address and sees whether it comes back: through DNS, TLS, proxy and tunnel. */
export const checkReach = async (
  deps: Deps,
  actor: Actor,
  name: string,
  { publicUrl }: ReachInput = {},
): Promise<Reach> => {
  requireRole(actor, 'member')
  const row = findInbox(deps, actor, name)
  if (probesUnderWay(deps) >= mostUnderWay)
    throw new Refusal('limit', 'Other checks are under way. Try again in a moment.')
  const place = { ...row, publicUrl: publicUrl ?? row.publicUrl, secret: openSecret(deps, row) }
  const word = deps.ids.token(16)
  const probe = expectProbe(deps, row.id, word)
  try {
    const sent = await deps.http.send({
      method: 'POST',
      url: `${inboxUrlOf(deps.config.publicUrl, place)}${probePath(word)}`,
      headers: [['Content-Type', 'application/json']],
      body: JSON.stringify({ check: word }),
      timeoutMs: withinMs,
    })
    const arrived = probe.end()
    const url = maskedInboxUrlOf(deps.config.publicUrl, place)
    return judgeReach({ url, word, sent, arrived, config: deps.config })
  } finally {
    probe.end()
  }
}
