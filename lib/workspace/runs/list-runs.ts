import 'server-only'
import { z } from 'zod'
import { listRunRows } from '@/db/queries/runs'
import { environmentKinds } from '@/lib/wire/environment-kinds'
import { verdictGroups, verdicts } from '@/lib/wire/verdicts'
import type { Actor, Deps } from '../deps'
import { maskFor } from '../mask'
import { runSummary } from '../summaries'
import type { RunSummary } from '../views'

/** Empty parameters of a query string count as absent. */
export const blankless = (input: unknown): unknown =>
  typeof input === 'object' && input !== null
    ? Object.fromEntries(Object.entries(input).filter(([, value]) => value !== '' && value !== undefined))
    : input

export const runFilter = z.preprocess(
  blankless,
  z.object({
    q: z.string().trim().max(200).optional(),
    system: z.string().optional(),
    operation: z.string().optional(),
    /** Id or name. */
    environment: z.string().optional(),
    verdict: z.enum(verdicts).optional(),
    /** Verdicts together. */
    outcome: z.enum(verdictGroups).optional(),
    /** Code that decided the verdict; `-` for none. */
    code: z.string().trim().max(200).optional(),
    kind: z.enum(environmentKinds).optional(),
    /** Fingerprint of the application's key. */
    appKey: z.string().max(64).optional(),
    from: z.coerce.number().int().optional(),
    to: z.coerce.number().int().optional(),
    before: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
)
export type RunFilterInput = z.input<typeof runFilter>

/** Newest first; `cursor` is the next page's `before`, null on the last one. */
export const listRuns = (
  deps: Deps,
  actor: Actor,
  input: unknown = {},
): { runs: RunSummary[]; cursor: string | null } => {
  const { limit, ...filter } = runFilter.parse(input)
  const rows = listRunRows(deps.db, actor.workspaceId, filter, limit + 1)
  const page = rows.slice(0, limit)
  return {
    runs: maskFor(actor.role, page.map(runSummary)),
    cursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}
