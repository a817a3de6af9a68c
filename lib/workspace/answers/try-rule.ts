import 'server-only'
import { z } from 'zod'
import { callbackOf, callbackSummaries } from '@/db/queries/callbacks'
import { meaningOfRow } from '../callbacks/list-callbacks'
import { catchUpArrivals } from '../callbacks/move-arrivals'
import type { Actor, Deps } from '../deps'
import { findInbox } from '../inboxes/read-inboxes'
import { requireRole } from '../people/require-role'
import { callbackSummary } from '../summaries'
import { headers, callbackSummary as summaryShape } from '../views'
import { checkCode } from './change-rules'
import { decideByRules } from './decide-answer'
import type { RuleInput } from './rules'

/** So many of the newest callbacks are held against a rule that is tried. */
const tried = 100

export const triedRule = z
  .object({
    tried: z.int().describe('The newest callbacks of the inbox, as many as were looked at.'),
    met: z
      .array(
        z.object({
          callback: summaryShape,
          isAnswered: z
            .boolean()
            .describe(
              'False where it meets the conditions and is not one of the first, or of every so many.',
            ),
          answer: z
            .object({ status: z.int(), headers, body: z.string() })
            .nullable()
            .describe(
              'What it would have been answered; status 0 is a connection that ends without an answer.',
            ),
        }),
      )
      .describe('Those that meet its conditions, oldest first, in the order in which it would count them.'),
  })
  .meta({ id: 'TriedRule' })
export type TriedRule = z.infer<typeof triedRule>

/** Which of the stored callbacks a rule would have answered, and how. Nothing is changed by it. */
export const tryRule = (deps: Deps, actor: Actor, inbox: string, input: RuleInput): TriedRule => {
  requireRole(actor, 'member')
  findInbox(deps, actor, inbox)
  checkCode(input.action)
  catchUpArrivals(deps)
  const rule = { ...input, isOn: true, seen: 0, used: 0 }
  const rows = callbackSummaries(deps.db, actor.workspaceId, { inbox }, tried)
  const met: TriedRule['met'] = []
  for (const summary of rows.reverse()) {
    const row = callbackOf(deps.db, actor.workspaceId, summary.id)
    if (!row) continue
    const decided = decideByRules([rule], row, meaningOfRow(row))
    if (decided.met.length === 0) continue
    rule.seen += 1
    if (decided.rule) rule.used += 1
    const { answer } = decided
    met.push({
      callback: callbackSummary(summary),
      isAnswered: decided.rule !== undefined,
      answer: answer
        ? { status: answer.status, headers: answer.headers, body: Buffer.from(answer.body).toString('utf8') }
        : null,
    })
  }
  return { tried: rows.length, met }
}
