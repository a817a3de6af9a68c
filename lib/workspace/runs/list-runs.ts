import 'server-only'
import { z } from 'zod'
import { findEnvironmentRow } from '@/db/queries/environments'
import { listRunRows } from '@/db/queries/runs'
import { originChoices } from '@/lib/wire/origins'
import { verdictGroups } from '@/lib/wire/verdicts'
import type { Actor, Deps } from '../deps'
import { catchUpBehind } from '../exchanges/write-behind'
import { maskFor } from '../mask'
import { runSummary } from '../summaries'
import { environmentKind, type RunSummary, verdict } from '../views'
import { endSilenceInPassing } from './end-silence'

const pageSize = 50

/** Empty parameters of a query string count as absent. */
export const blankless = (input: unknown): unknown =>
  typeof input === 'object' && input !== null
    ? Object.fromEntries(Object.entries(input).filter(([, value]) => value !== '' && value !== undefined))
    : input

export const runFields = z.object({
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe('Text in ids, receipt, phone, reference, words or bodies.'),
  system: z.string().optional().describe('Id of an API system.'),
  operation: z.string().optional().describe('Id of an operation.'),
  environment: z.string().optional().describe('Id, short name or name of an environment.'),
  verdict: verdict.optional(),
  outcome: z.enum(verdictGroups).optional().describe('Verdicts together.'),
  code: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe('Code that decided the verdict, exactly, such as 1032; - for none.'),
  kind: environmentKind.optional().describe('Kind of the environment at the time.'),
  appKey: z
    .string()
    .max(64)
    .optional()
    .describe('Fingerprint of an application’s key: GET /reports/choices lists them.'),
  origin: z
    .enum(originChoices)
    .optional()
    .describe(
      'Who started it: a form or a script of Jaribu (jaribu for both), your own software, a test case, a customer; no-case for all but test cases.',
    ),
  from: z.coerce.number().int().optional().describe('Epoch milliseconds.'),
  to: z.coerce.number().int().optional().describe('Epoch milliseconds.'),
  before: z.string().optional().describe('Cursor of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(pageSize),
})

export const runFilter = z.preprocess(blankless, runFields)
export type RunFilter = Partial<z.output<typeof runFilter>>

/** Newest first; `cursor` is the next page's `before`, null on the last one. */
export const listRuns = (
  deps: Deps,
  actor: Actor,
  { limit = pageSize, ...filter }: RunFilter = {},
): { runs: RunSummary[]; cursor: string | null } => {
  catchUpBehind(deps)
  endSilenceInPassing(deps, actor.workspaceId)
  // A short name is of an environment that is there; a name may be of one that is gone.
  const found = filter.environment && findEnvironmentRow(deps.db, actor.workspaceId, filter.environment)
  const sought = found ? { ...filter, environment: found.id } : filter
  const rows = listRunRows(deps.db, actor.workspaceId, sought, limit + 1)
  const page = rows.slice(0, limit)
  return {
    runs: maskFor(actor.role, page.map(runSummary)),
    cursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}
