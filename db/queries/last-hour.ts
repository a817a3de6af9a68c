import 'server-only'
import { and, eq, gte, ne, sql } from 'drizzle-orm'
import type { Verdict } from '@/lib/wire/verdicts'
import type { Db } from '../client'
import { runs } from '../schema'

export type SpanRow = { span: number; verdict: Verdict; currency: string | null; runs: number; cents: number }

/**
 * Runs since a moment, without those of test cases, counted by spans of equal length. `afterId` bounds what is read:
 * ids grow with time.
 */
export const runsBySpan = (
  db: Db,
  workspaceId: string,
  { from, spanMs, afterId }: { from: number; spanMs: number; afterId: string },
): SpanRow[] => {
  const span = sql<number>`cast((${runs.createdAt} - ${from}) / ${spanMs} as integer)`
  return db
    .select({
      span,
      verdict: runs.verdict,
      currency: runs.currency,
      runs: sql<number>`count(*)`,
      cents: sql<number>`coalesce(sum(${runs.amountCents}), 0)`,
    })
    .from(runs)
    .where(
      and(
        eq(runs.workspaceId, workspaceId),
        gte(runs.id, afterId),
        gte(runs.createdAt, from),
        ne(runs.origin, 'case'),
      ),
    )
    .groupBy(span, runs.verdict, runs.currency)
    .all()
}
