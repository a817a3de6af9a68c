import 'server-only'
import { callbacksOfRun } from '@/db/queries/callbacks'
import { findEnvironmentRow } from '@/db/queries/environments'
import { type RunRow, runOf } from '@/db/queries/runs'
import type { Operation } from '@/lib/catalogue/types'
import type { CheckResult, CheckSubject } from '@/lib/guides/types'
import { Refusal } from '@/lib/refusal'
import { findOperation } from '@/lib/systems'
import { catchUpArrivals } from '../../callbacks/move-arrivals'
import type { Actor, Deps } from '../../deps'
import { type EnvironmentContext, environmentContext } from '../../environments/environment-context'
import type { CheckReport } from '../views'

/** What a check is given: it asks for what it needs. */
export type Subject = {
  deps: Deps
  actor: Actor
  run: () => { row: RunRow; operation: Operation; callbacks: ReturnType<typeof callbacksOfRun> }
  environment: () => EnvironmentContext
  hasRun: boolean
}

export type Check = {
  subject: CheckSubject
  title: string
  run(subject: Subject): Omit<CheckReport, 'check'> | Promise<Omit<CheckReport, 'check'>>
}

export const subjectOf = (
  deps: Deps,
  actor: Actor,
  { run: runId, environment }: { run?: string; environment?: string },
): Subject => {
  catchUpArrivals(deps)
  const row = runId === undefined ? undefined : runOf(deps.db, actor.workspaceId, runId)
  if (runId !== undefined && !row) throw new Refusal('not-found', 'This run is not here (any more).')
  return {
    deps,
    actor,
    hasRun: row !== undefined,
    run: () => {
      if (!row) throw missing('run', 'This is tested on a run: name one.')
      const operation = findOperation(row.operation)
      if (!operation)
        throw new Refusal('not-found', 'The operation of this run is not in the catalogue any more.')
      return { row, operation, callbacks: callbacksOfRun(deps.db, row.id) }
    },
    environment: () => {
      const wanted = environment ?? row?.environmentId
      if (wanted === undefined) throw missing('environment', 'This is tested on an environment: name one.')
      if (!environment && !findEnvironmentRow(deps.db, actor.workspaceId, wanted)) {
        throw new Refusal('precondition', 'The environment of this run has been removed.')
      }
      return environmentContext(deps, actor, wanted)
    },
  }
}

const missing = (field: string, message: string) => new Refusal('invalid', message, { [field]: [message] })

export const report = (
  result: CheckResult,
  tested: string,
  found: string | string[],
  links: CheckReport['links'] = [],
): Omit<CheckReport, 'check'> => ({ result, tested, found: [found].flat(), links })
