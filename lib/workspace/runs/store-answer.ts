import 'server-only'
import { type NewRunRow, type RunRow, runOf, updateRun } from '@/db/queries/runs'
import type { Operation } from '@/lib/catalogue/types'
import type { HttpResult } from '@/lib/http/types'
import type { Outcome, Planned } from '@/lib/systems/types'
import { noteHeader, readNotes } from '@/lib/wire/notes'
import { announceTouched } from '../callbacks/announce-touched'
import { applyAnswerToOwner, giveKeys, nothingTouched, type Touched } from '../callbacks/apply-meaning'
import { withdrawUnlike } from '../callbacks/correct-earlier'
import type { Actor, Deps } from '../deps'
import type { EnvironmentContext } from '../environments/environment-context'
import type { TokenResult } from '../environments/get-token'
import { keepGrants, keepToken } from './keep-grants'
import type { Redactor } from './redact-request'
import { isResult, verdictOfAnswer } from './verdict'

export type TokenFailure = Exclude<TokenResult, { kind: 'token' } | { kind: 'not-needed' }>

/** Nothing was sent, because no token came. */
export const storeTokenFailure = (
  deps: Deps,
  actor: Actor,
  id: string,
  failure: TokenFailure,
  redactor: Redactor,
): void => {
  if (failure.kind === 'unreachable') {
    storeUnreachable(deps, actor, id, { cause: failure.cause, detail: `No token: ${failure.detail}` })
    return
  }
  const now = deps.clock()
  const answer =
    failure.kind === 'refused'
      ? {
          answerStatus: failure.status,
          answerHeaders: redactor.headers(failure.headers),
          answerBody: redactor.body(failure.body),
          answerMs: failure.ms,
          answeredAt: now,
        }
      : { unreachableCause: 'not-sent', unreachableDetail: failure.message }
  finish(deps, actor, id, () =>
    updateRun(deps.db, id, {
      ...answer,
      verdict: 'refused',
      verdictAt: now,
      code: failure.kind === 'refused' ? failure.code : null,
      description:
        failure.kind === 'refused'
          ? redactor.text(
              `No token: ${failure.description.replace(/[.\s]+$/, '')}. The request itself was not sent.`,
            )
          : failure.message,
    }),
  )
}

/** Whether it arrived is not known, or it did not. */
export const storeUnreachable = (
  deps: Deps,
  actor: Actor,
  id: string,
  why: { cause: string; detail: string },
): void =>
  finish(deps, actor, id, () => {
    // A callback may have brought the outcome already, while the answer got lost.
    const isOpen = runOf(deps.db, actor.workspaceId, id)?.verdict === 'pending'
    updateRun(deps.db, id, {
      unreachableCause: why.cause,
      unreachableDetail: why.detail,
      ...(isOpen && { verdict: 'unreachable', verdictAt: deps.clock(), description: why.detail }),
    })
  })

export type Answered = {
  id: string
  operation: Operation
  context: EnvironmentContext
  planned: Planned
  answer: HttpResult
  redactor: Redactor
  /** Tokens and credentials that the answer hands out are the environment's from now on. */
  isOwn: boolean
}

/** What came back at once, whatever it says. */
export const storeAnswer = (deps: Deps, actor: Actor, answered: Answered): void => {
  const { id, operation, context, planned, answer, redactor, isOwn } = answered
  if (answer.kind === 'unreachable') {
    storeUnreachable(deps, actor, id, { cause: answer.cause, detail: redactor.text(answer.detail) })
    return
  }
  const body = Buffer.from(answer.body).toString('utf8')
  if (operation.auth.type !== 'bearer' && isOwn) keepToken(deps, actor, context, answer.status, body)
  finish(deps, actor, id, (touched) => {
    const now = deps.clock()
    const outcome = applyAnswer(deps, actor.workspaceId, { ...answered, answer, at: now }, touched)
    if (outcome?.kind === 'done' && isOwn) {
      keepGrants(deps, context, [...(outcome.grants ?? []), ...(planned.settles ?? [])], now)
    }
  })
}

type AnswerAt = Omit<Answered, 'answer' | 'isOwn'> & {
  answer: Extract<HttpResult, { kind: 'answered' }>
  at: number
}

/**
 * Brings a run up to date with an answer that came at this time, within the caller's transaction. Undefined when somebody
 * deleted the run meanwhile.
 */
const applyAnswer = (
  deps: Deps,
  workspaceId: string,
  answered: AnswerAt,
  touched: Touched,
): Outcome | undefined => {
  const { id, operation, planned } = answered
  const stored = runOf(deps.db, workspaceId, id)
  if (!stored) return undefined
  const { outcome, change } = readAnswer(answered)
  const isAboutItself = outcome.kind !== 'unreadable' && !isQuery(operation, planned)
  const before = isAboutItself ? withdrawUnlike(deps, stored, outcome.keys, touched) : stored
  // Whatever a callback said before the answer came is the later truth.
  const brought = { ...change.answer, ...(before.verdict === 'pending' && change.verdict) }
  updateRun(deps.db, id, brought)
  joinAnswer(deps, { ...before, ...brought }, { planned, operation, outcome }, touched)
  return outcome
}

/** What an answer says, and what a run has of it. */
export const readAnswer = ({ operation, context, answer, redactor, at }: AnswerAt) => {
  const body = Buffer.from(answer.body).toString('utf8')
  const outcome = context.system.read(operation, answer.status, body)
  return {
    outcome,
    change: {
      answer: {
        answerStatus: answer.status,
        answerHeaders: redactor.headers(answer.headers),
        answerBody: redactor.body(body),
        answerMs: answer.ms,
        answeredAt: at,
        notes: notesOf(answer.headers),
      },
      verdict: verdictChange(operation, outcome, redactor, at),
    },
  }
}

/** Gives the ids of an answer to the run, or its news to the run that was asked about. */
export const joinAnswer = (
  deps: Deps,
  run: RunRow,
  { planned, operation, outcome }: Pick<Answered, 'planned' | 'operation'> & { outcome: Outcome },
  touched: Touched,
): void => {
  const { id, workspaceId } = run
  if (isQuery(operation, planned))
    applyToAskedRun(deps, { id, operation, planned }, workspaceId, outcome, touched)
  else if (outcome.kind !== 'unreadable') giveKeys(deps, run, outcome.keys, touched)
}

const verdictChange = (
  operation: Operation,
  outcome: Outcome,
  redactor: Redactor,
  now: number,
): Pick<
  NewRunRow,
  'verdict' | 'verdictAt' | 'resultAt' | 'decidedBy' | 'code' | 'description' | 'receipt'
> => {
  const receipt = 'facts' in outcome ? outcome.facts?.receipt : undefined
  return {
    verdict: verdictOfAnswer(operation, outcome),
    ...(outcome.kind === 'accepted' || outcome.kind === 'pending'
      ? { verdictAt: null, decidedBy: null }
      : { verdictAt: now, decidedBy: 'answer' }),
    ...(isResult(operation, outcome) && { resultAt: now }),
    code: 'code' in outcome ? outcome.code : null,
    description: redactor.text(outcome.description),
    ...(receipt && { receipt }),
  }
}

/** An id that was asked about belongs to the other run, also when the answer repeats it. */
const isQuery = (operation: Operation, planned: Planned): boolean =>
  (planned.mentions ?? []).length > 0 && !operation.asynchronous

/** What the answer to a query says of the run that was asked about. */
const applyToAskedRun = (
  deps: Deps,
  { id, operation, planned }: Pick<Answered, 'id' | 'operation' | 'planned'>,
  workspaceId: string,
  outcome: Outcome,
  touched: Touched,
) => {
  if (!operation.tellsResult || (outcome.kind !== 'done' && outcome.kind !== 'failed')) return
  applyAnswerToOwner(
    deps,
    {
      workspaceId,
      runId: id,
      mentions: planned.mentions ?? [],
      by: 'query',
      meaning: {
        outcome: outcome.kind === 'done' ? 'success' : 'failure',
        code: outcome.code,
        description: outcome.description,
        keys: [],
        facts: outcome.facts,
      },
    },
    touched,
  )
}

/** Changes a run in one transaction, and announces it once that is committed. */
const finish = (deps: Deps, actor: Actor, id: string, change: (touched: Touched) => void): void => {
  const touched = nothingTouched()
  touched.runs.add(id)
  deps.db.transaction(() => change(touched))
  announceTouched(deps, actor.workspaceId, touched)
}

/** The local sandbox says in a header what a strict reading would have refused. */
const notesOf = (headers: readonly [string, string][]): string[] =>
  headers
    .filter(([name]) => name.toLowerCase() === noteHeader.toLowerCase())
    .flatMap(([, value]) => readNotes(value))
    .map((note) => note.slice(0, 500))
