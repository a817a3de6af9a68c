import 'server-only'
import { callbacksOfRun } from '@/db/queries/callbacks'
import { callbacksMeeting, runsMeeting } from '@/db/queries/codes'
import { callbackCounts } from '@/db/queries/runs'
import type { Code } from '@/lib/catalogue/types'
import { codeKey, otherMeanings, sameWords } from '@/lib/codes/search'
import { guidesOfCode } from '@/lib/guides'
import { Refusal } from '@/lib/refusal'
import { catchUpArrivals } from '../callbacks/move-arrivals'
import type { Actor, Deps } from '../deps'
import { maskFor } from '../mask'
import { callbackSummary, runSummary } from '../summaries'
import type { CallbackSummary, RunSummary } from '../views'
import { allCodes, codeView, findCode } from './code-view'
import { explainCallback, explainRun } from './explain-recorded'
import type { CodeDetail } from './views'

const candidates = 60
const shown = 20

export const getCode = (deps: Deps, actor: Actor, system: string, id: string): CodeDetail => {
  catchUpArrivals(deps)
  const row = findCode(system, id)
  if (!row) throw new Refusal('not-found', `${system.slice(0, 40)} has no code row “${id.slice(0, 80)}”.`)
  return {
    code: codeView(row),
    otherMeanings: otherMeanings(allCodes, row).map(codeView),
    sameWords: sameWords(allCodes, row).map(codeView),
    guides: guidesOfCode(`${row.system}/${row.id}`),
    ...maskFor(actor.role, { runs: runsOf(deps, actor, row), callbacks: callbacksOf(deps, actor, row) }),
  }
}

/** Every spelling of the code that the tables know; undefined where only words are known. */
const spellings = ({ code, system }: Code): string[] | undefined => {
  if (code === null) return undefined
  const key = codeKey(code)
  const known = allCodes.flatMap((row) =>
    row.system === system && row.code !== null && codeKey(row.code) === key ? [row.code] : [],
  )
  return [...new Set([code, key, ...known])]
}

/** A code has several rows: only messages that this very row explains are its own. */
const runsOf = (deps: Deps, actor: Actor, row: Code): RunSummary[] => {
  const rows = runsMeeting(deps.db, actor.workspaceId, row.system, spellings(row), candidates)
    .filter((run) => explainRun(run, callbacksOfRun(deps.db, run.id))?.id === row.id)
    .slice(0, shown)
  const counts = callbackCounts(
    deps.db,
    rows.map(({ id }) => id),
  )
  return rows.map((run) => runSummary({ ...run, callbackCount: counts.get(run.id) ?? 0 }))
}

const callbacksOf = (deps: Deps, actor: Actor, row: Code): CallbackSummary[] =>
  callbacksMeeting(deps.db, actor.workspaceId, row.system, spellings(row), candidates)
    .filter((callback) => explainCallback(callback, callback.operation ?? undefined)?.id === row.id)
    .slice(0, shown)
    .map((row) => callbackSummary(row))
