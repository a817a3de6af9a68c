import 'server-only'
import { z } from 'zod'
import {
  addJobLine,
  insertJob,
  interruptJobs,
  type JobRow,
  jobOf,
  lastJobOf,
  putSheetRun,
  type SheetRow,
  sheetOf,
  sheetRunsOf,
  updateJob,
} from '@/db/queries/go-live'
import { enqueue } from '@/db/queries/go-live-judging'
import type { GoLiveCase } from '@/lib/catalogue/go-live'
import { asRefusal } from '@/lib/http/respond'
import { logFault } from '@/lib/log'
import { ofDatabase } from '@/lib/process-state'
import { Refusal } from '@/lib/refusal'
import type { Actor, Deps } from '../deps'
import { waitFor } from '../live/wait-for'
import { casesOf, caseViews, isPlayable, playedWhere } from './case-views'
import { announceSheet, findSheet } from './find-sheet'
import { judgedEnvironment, judgeSlice } from './judge-slice'
import { catchUp } from './keep-judging'
import { type Patience, realPatience, Stopped } from './patience'
import { whyNotPlayed } from './playability'
import { runSubject } from './recordings'
import { runCase } from './run-case'
import { jobView } from './sheet-summary'
import type { CaseView, JobView } from './views'

export const newJob = z.object({
  cases: z
    .array(z.string())
    .min(1, 'Name at least one case.')
    .optional()
    .describe('Ids of cases; all that are empty and can be run, where nothing is said.'),
})
export const jobAction = z.object({ action: z.enum(['pause', 'resume', 'stop']) })

type Running = { control: AbortController; isPausing: boolean; ended: Promise<void> }

type Desk = {
  /** Jobs under way, by id. */
  running: Map<string, Running>
  /** The end of the work that a workspace has in hand. */
  turns: Map<string, Promise<unknown>>
}

const desks = ofDatabase('go-live-jobs', (): Desk => ({ running: new Map(), turns: new Map() }))

export type PatienceFor = (deps: Deps, workspaceId: string, signal: AbortSignal) => Patience

/** Runs cases one after the other, in the background. */
export const startJob = async (
  deps: Deps,
  actor: Actor,
  sheetId: string,
  { cases }: z.output<typeof newJob>,
  patienceFor: PatienceFor = realPatience,
): Promise<JobView> => {
  const sheet = findSheet(deps, actor, sheetId, 'member')
  const last = lastJobOf(deps.db, sheetId)
  if (last && (last.state === 'running' || last.state === 'paused')) {
    throw new Refusal(
      'conflict',
      `Cases of this sheet are being run (${last.state}). Resume or stop that first.`,
    )
  }
  await catchUp(deps, sheet.environmentId)
  const caseIds = chosen(deps, sheet, cases)
  const job: JobRow = {
    id: deps.ids.next(),
    sheetId,
    state: 'running',
    caseIds,
    done: 0,
    failed: 0,
    currentCase: null,
    startedBy: actor.name,
    startedAt: deps.clock(),
    endedAt: null,
  }
  insertJob(deps.db, job)
  say(
    deps,
    job.id,
    null,
    `${caseIds.length === 1 ? 'One case' : `${caseIds.length} cases`} to run.`,
    'neutral',
  )
  begin(deps, actor, sheet, job.id, patienceFor)
  return jobView(deps, job)
}

const chosen = (deps: Deps, sheet: SheetRow, wanted: readonly string[] | undefined): string[] => {
  const where = playedWhere(deps, sheet)
  if (where?.kind === 'production') {
    throw new Refusal(
      'precondition',
      'Nothing of a sheet is run against production. Make a sheet of a sandbox.',
    )
  }
  if (!where)
    throw new Refusal('precondition', 'The environment of this sheet is gone: nothing can be run in it.')
  if (wanted === undefined) {
    const ids = caseViews(deps, sheet)
      .filter(isPlayable)
      .map(({ id }) => id)
    if (ids.length > 0) return ids
    throw new Refusal('precondition', 'Nothing is missing that software could run here.')
  }
  const known = new Map(casesOf(sheet).map((each) => [each.id, each]))
  for (const id of wanted) {
    const each = known.get(id)
    const why = each ? whyNotPlayed(each, where) : `This sheet has no case ${id.slice(0, 60)}.`
    if (why !== null) throw new Refusal('invalid', why, { cases: [why] })
  }
  return [...new Set(wanted)]
}

export const changeJob = async (
  deps: Deps,
  actor: Actor,
  sheetId: string,
  jobId: string,
  { action }: z.output<typeof jobAction>,
  patienceFor: PatienceFor = realPatience,
): Promise<JobView> => {
  const sheet = findSheet(deps, actor, sheetId, 'member')
  const job = findJob(deps, sheetId, jobId)
  const live = desks(deps).running.get(jobId)
  const isOpen = job.state === 'running' || job.state === 'paused' || job.state === 'interrupted'
  if (!isOpen) throw new Refusal('conflict', `This is over already: ${job.state}.`)
  if (action === 'resume') {
    if (job.state === 'running') {
      if (live) live.isPausing = false
      return getJob(deps, actor, sheetId, jobId)
    }
    if (lastJobOf(deps.db, sheetId)?.id !== jobId)
      throw new Refusal('conflict', 'Cases were run again since.')
    await live?.ended
    updateJob(deps.db, jobId, { state: 'running', endedAt: null })
    say(deps, jobId, null, `Resumed by ${actor.name}.`, 'neutral')
    begin(deps, actor, sheet, jobId, patienceFor)
  } else if (action === 'pause') {
    if (job.state !== 'running') throw new Refusal('conflict', `This is not running: ${job.state}.`)
    if (live) live.isPausing = true
    else updateJob(deps.db, jobId, { state: 'paused' })
  } else {
    live?.control.abort()
    await live?.ended
    if (findJob(deps, sheetId, jobId).state !== 'done') {
      updateJob(deps.db, jobId, { state: 'stopped', currentCase: null, endedAt: deps.clock() })
      say(deps, jobId, null, `Stopped by ${actor.name}.`, 'neutral')
    }
  }
  announceSheet(deps, sheet)
  return jobView(deps, findJob(deps, sheetId, jobId))
}

const findJob = (deps: Deps, sheetId: string, jobId: string): JobRow => {
  const job = jobOf(deps.db, sheetId, jobId)
  if (!job) throw new Refusal('not-found', 'This sheet has no such job.')
  return job
}

const getJob = (deps: Deps, actor: Actor, sheetId: string, jobId: string): JobView => {
  findSheet(deps, actor, sheetId, 'viewer')
  return jobView(deps, findJob(deps, sheetId, jobId))
}

/** The job once it no longer runs, or as it is when the time is up. */
export const waitForJob = (
  deps: Deps,
  actor: Actor,
  of: { sheetId: string; jobId: string; seconds: number },
  signal?: AbortSignal,
): Promise<JobView> =>
  waitFor(deps, actor.workspaceId, { ms: of.seconds * 1000, signal }, () => {
    const value = getJob(deps, actor, of.sheetId, of.jobId)
    return { value, isFound: value.state !== 'running' }
  })

/** Jobs of a process that ended are interrupted: whoever likes resumes them. */
export const interruptLeftJobs = (deps: Deps): void => {
  interruptJobs(deps.db, deps.clock())
}

export const stopJobsOf = (deps: Deps, sheetId: string): void => {
  const job = lastJobOf(deps.db, sheetId)
  if (job) desks(deps).running.get(job.id)?.control.abort()
}

const say = (
  deps: Deps,
  jobId: string,
  caseId: string | null,
  text: string,
  tone: 'neutral' | 'good' | 'bad',
): void => addJobLine(deps.db, { jobId, at: deps.clock(), caseId, text, tone })

/** The sandbox's settings and the inbox's answers are the workspace's: its cases are run one at a time. */
const inTurn = <T>(deps: Deps, workspaceId: string, work: () => Promise<T>): Promise<T> => {
  const { turns } = desks(deps)
  const before = turns.get(workspaceId) ?? Promise.resolve()
  const mine = before.then(work, work)
  turns.set(
    workspaceId,
    mine.catch(() => {}),
  )
  return mine
}

const begin = (deps: Deps, actor: Actor, sheet: SheetRow, jobId: string, patienceFor: PatienceFor): void => {
  const control = new AbortController()
  const state: Running = { control, isPausing: false, ended: Promise.resolve() }
  const { running } = desks(deps)
  running.set(jobId, state)
  const patience = patienceFor(deps, sheet.workspaceId, control.signal)
  state.ended = work(deps, actor, sheet, jobId, state, patience)
    .catch((error) => {
      if (error instanceof Stopped || !deps.db.$client.open) return
      const id = logFault(error)
      updateJob(deps.db, jobId, { state: 'interrupted', currentCase: null, endedAt: deps.clock() })
      say(deps, jobId, null, `A fault of Jaribu ended it. The server's log has it under ${id}.`, 'bad')
    })
    .finally(() => {
      running.delete(jobId)
      if (deps.db.$client.open) announceSheet(deps, sheet)
    })
  announceSheet(deps, sheet)
}

const work = async (
  deps: Deps,
  actor: Actor,
  sheet: SheetRow,
  jobId: string,
  state: Running,
  patience: Patience,
): Promise<void> => {
  for (;;) {
    const job = jobOf(deps.db, sheet.id, jobId)
    if (!job || state.control.signal.aborted) return
    const caseId = job.caseIds[job.done]
    if (caseId === undefined) {
      updateJob(deps.db, jobId, { state: 'done', currentCase: null, endedAt: deps.clock() })
      say(deps, jobId, null, ended(job), job.failed === 0 ? 'good' : 'neutral')
      return
    }
    if (state.isPausing) {
      updateJob(deps.db, jobId, { state: 'paused', currentCase: null })
      say(deps, jobId, null, 'Paused.', 'neutral')
      return
    }
    updateJob(deps.db, jobId, { currentCase: caseId })
    announceSheet(deps, sheet)
    const isFine = await inTurn(deps, sheet.workspaceId, () =>
      runOne(deps, actor, sheet, jobId, caseId, patience),
    )
    updateJob(deps.db, jobId, { done: job.done + 1, failed: job.failed + (isFine ? 0 : 1) })
  }
}

const ended = ({ caseIds, failed }: JobRow) =>
  failed === 0
    ? `Done: ${caseIds.length === 1 ? 'the case is' : `all ${caseIds.length} cases are`} proven.`
    : `Done: ${caseIds.length - failed} of ${caseIds.length} proven, ${failed} not.`

/** Evidence is there at once, or as soon as what must not come has not come. */
const usualSeconds = 5

const runOne = async (
  deps: Deps,
  actor: Actor,
  sheet: SheetRow,
  jobId: string,
  caseId: string,
  patience: Patience,
): Promise<boolean> => {
  const each = casesOf(sheet).find(({ id }) => id === caseId)
  const environment = judgedEnvironment(deps, sheet.environmentId)
  if (!each || !environment) {
    say(deps, jobId, caseId, 'The case or its environment is gone.', 'bad')
    return false
  }
  try {
    const startedAt = deps.clock()
    const { runIds, failure } = await runCase(deps, actor, { case: each, environment }, patience)
    tie(deps, actor, sheet, caseId, runIds)
    if (failure !== null) {
      say(deps, jobId, caseId, `${each.title}: ${failure}`, 'bad')
      return false
    }
    const view = await patience.until(usualSeconds + silenceOf(each), () => {
      while (judgeSlice(deps, environment.id).left === 'queue');
      const found = caseViews(deps, sheet).find(({ id }) => id === caseId)
      return found && isFresh(found, startedAt, runIds) ? found : undefined
    })
    const final = view ?? caseViews(deps, sheet).find(({ id }) => id === caseId)
    const isProven = final?.judged === 'success' || final?.isFormOnly === true
    const reason = newest(final)?.sentence ?? final?.missing[0] ?? 'nothing was recorded that fits.'
    say(deps, jobId, caseId, `${each.title}: ${reason}`, isProven ? 'good' : 'bad')
    return isProven
  } catch (error) {
    if (error instanceof Stopped) throw error
    const refusal = asRefusal(error)
    if (!refusal) throw error
    say(deps, jobId, caseId, `${each.title}: ${refusal.message}`, 'bad')
    return false
  }
}

const newest = (view: CaseView | undefined) => view?.evidence.toSorted((a, b) => b.at - a.at)[0]

/** Something that decides came of these runs, or since. */
const isFresh = ({ evidence }: CaseView, startedAt: number, runIds: readonly string[]): boolean =>
  evidence.some(
    ({ says, at, runIds: of }) =>
      says !== 'part' && (at >= startedAt || of.some((id) => runIds.includes(id))),
  )

const silenceOf = ({ evidence }: GoLiveCase): number =>
  evidence.records.reduce((sum, record) => sum + (record.record === 'absence' ? record.withinSeconds : 0), 0)

/** Sent for this case: what they say counts for it and against it. */
const tie = (deps: Deps, actor: Actor, sheet: SheetRow, caseId: string, runIds: readonly string[]): void => {
  if (!sheetOf(deps.db, sheet.workspaceId, sheet.id)) throw new Stopped()
  const known = new Set(sheetRunsOf(deps.db, sheet.id).map((row) => `${row.caseId} ${row.runId}`))
  deps.db.transaction(() => {
    for (const runId of runIds) {
      if (known.has(`${caseId} ${runId}`)) continue
      putSheetRun(deps.db, {
        sheetId: sheet.id,
        caseId,
        runId,
        tie: 'played',
        by: actor.name,
        at: deps.clock(),
      })
      enqueue(deps.db, sheet.environmentId, runSubject(runId))
    }
  })
}
