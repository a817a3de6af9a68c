import { callbacksAfter, lastCallbackId } from '@/db/queries/callbacks'
import { listEnvironmentRows } from '@/db/queries/environments'
import { worldRows } from '@/db/queries/world'
import type { GoLiveCase } from '@/lib/catalogue/go-live'
import { bodyOf } from '@/lib/go-live/body'
import { judgeAttempt, judgeCase, rulesOf } from '@/lib/go-live/judge'
import type { Attempt, RecordedCallback, RecordedRun } from '@/lib/go-live/recording'
import type { HttpRequest, HttpResult } from '@/lib/http/types'
import { findOperation, systems } from '@/lib/systems'
import { receiptKinds } from '@/lib/systems/callbacks'
import type { WireMessage } from '@/lib/wire/types'
import { recordCallback } from '@/lib/workspace/callbacks/record-callback'
import type { Patience } from '@/lib/workspace/go-live/patience'
import {
  attemptsOfReceipts,
  attemptsOfRuns,
  type JudgedEnvironment,
} from '@/lib/workspace/go-live/recordings'
import { runCase } from '@/lib/workspace/go-live/run-case'
import { addMissingSystems } from '@/lib/workspace/people/create-workspace'
import { emulateAndWait } from '@/lib/workspace/world/emulate'
import { drainDue } from '@/lib/workspace/world/run-due'
import { answered, type TestDeps, testDeps, unreachable } from './deps'

const rulesBySystem = new Map(systems.map(({ id, goLive }) => [id as string, rulesOf(goLive.cases)]))

export type GoLiveStage = {
  deps: TestDeps
  patience: Patience
  environmentOf(system: string): JudgedEnvironment
  /** Runs a case and gathers all that came of it, until nothing is owed any more. */
  play(each: GoLiveCase): Promise<{ failure: string | null; runIds: string[]; attempts: Attempt[] }>
  judge(each: GoLiveCase, attempts: readonly Attempt[]): ReturnType<typeof judgeCase>
  /** Cases of the system that the attempts speak against, when nothing says for which case they were made. */
  against(each: GoLiveCase, attempts: readonly Attempt[]): string[]
}

/** A workspace with the local environment of every system, whose HTTP goes to the emulator and the inbox in process. */
export const goLiveStage = ({
  publicUrl = 'https://jaribu.test',
  file,
}: {
  publicUrl?: string
  file?: string
} = {}): GoLiveStage => {
  const deps = testDeps(file)
  deps.config.publicUrl = publicUrl
  addMissingSystems(deps)
  deps.http.send = (request) => inProcess(deps, request)
  const patience = testPatience(deps)
  const environmentOf = (system: string): JudgedEnvironment => {
    const row = listEnvironmentRows(deps.db, deps.workspaceId).find(
      (each) => each.system === system && each.kind === 'local',
    )
    if (!row) throw new Error(`No local environment of ${system}`)
    const { id, workspaceId, kind, inboxId, settings } = row
    return { id, workspaceId, system, kind, inboxId, settings }
  }
  return {
    deps,
    patience,
    environmentOf,
    async play(each) {
      const environment = environmentOf(each.system)
      const since = lastCallbackId(deps.db, deps.workspaceId)
      const played = await runCase(deps, deps.actor('member'), { case: each, environment }, patience)
      await afterwards(deps)
      const receipts = callbacksAfter(deps.db, deps.workspaceId, environment.inboxId, since, 1000).flatMap(
        ({ kind, receipt }) => (receipt !== null && receiptKinds.includes(kind) ? [receipt] : []),
      )
      const attempts = [
        ...attemptsOfRuns(deps, environment, played.runIds),
        ...attemptsOfReceipts(deps, environment, [...new Set(receipts)]),
      ]
      return { ...played, attempts }
    },
    against(each, attempts) {
      const ordered = attempts.toSorted((a, b) => b.at - a.at)
      const findings = ordered.flatMap((attempt) =>
        judgeAttempt(rulesBySystem.get(each.system) ?? [], attempt, {
          now: deps.clock(),
          parts: () => ordered,
        }),
      )
      return [...new Set(findings.filter(({ says }) => says === 'contradicts').map(({ caseId }) => caseId))]
    },
    judge: (each, attempts) => judgeCase(each, attempts, { now: deps.clock(), meantFor: new Set([each.id]) }),
  }
}

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((done) => setImmediate(done))
}

/** Captured, linked, announced, told to whoever waits. */
const settled = () => turns(6)

const nextDue = (deps: TestDeps): number | undefined => worldRows(deps.db).nextDueAt.get()?.at ?? undefined

/** Moves the clock to what is due next, and lets it happen. False where nothing is due by then. */
const goOn = async (deps: TestDeps, until: number): Promise<boolean> => {
  const at = nextDue(deps)
  if (at === undefined || at > until) return false
  deps.pass(Math.max(0, at - deps.clock()))
  await drainDue(deps)
  await settled()
  return true
}

/** Everything that is owed, and the longest that a case waits for something not to come. */
const afterwards = async (deps: TestDeps) => {
  await settled()
  const until = deps.clock() + 150_000
  while (await goOn(deps, until));
  deps.pass(Math.max(0, until - deps.clock()))
}

const testPatience = (deps: TestDeps): Patience => ({
  async until(seconds, look) {
    const until = deps.clock() + seconds * 1000
    for (;;) {
      await settled()
      const found = look()
      if (found !== undefined) return found
      if (await goOn(deps, until)) continue
      deps.pass(Math.max(0, until - deps.clock()))
      return look()
    }
  },
  async during(work) {
    let isOver = false
    const end = () => {
      isOver = true
    }
    work.then(end, end)
    for (let round = 0; round < 200 && !isOver; round += 1) {
      await settled()
      if (!isOver) await goOn(deps, deps.clock() + 300_000)
    }
    return work
  },
  async pass(seconds) {
    const until = deps.clock() + seconds * 1000
    while (await goOn(deps, until));
    deps.pass(Math.max(0, until - deps.clock()))
  },
})

const inProcess = async (deps: TestDeps, request: HttpRequest): Promise<HttpResult> => {
  const { publicUrl } = deps.config
  const url = new URL(request.url)
  if (url.origin !== new URL(publicUrl).origin) return unreachable('dns')
  const message: WireMessage = {
    method: request.method,
    path: url.pathname,
    query: url.search.slice(1),
    headers: [...request.headers],
    body: typeof request.body === 'string' ? Buffer.from(request.body) : (request.body ?? new Uint8Array()),
    remoteAddress: '127.0.0.1',
  }
  const [, door, name = ''] = url.pathname.split('/')
  if (door === 'emulator') {
    const path = url.pathname.slice(`/emulator/${name}`.length) || '/'
    const { answer, delivery } = await emulateAndWait(deps, name, { ...message, path })
    if (delivery?.isDropped) return unreachable('reset')
    return answerOf(answer.status, answer.headers, answer.body)
  }
  if (door !== 'hook') return answered(404, {})
  const leaving = new AbortController()
  const captured = recordCallback(deps, name, message, { leaving: () => leaving.signal })
  const first = await Promise.race([captured, turns(8)])
  if (first) return answerOf(first.status, first.headers, first.body)
  // The inbox keeps silent: the caller waits as long as it ever does, then hangs up.
  deps.pass(request.timeoutMs ?? 8000)
  leaving.abort()
  await captured
  return unreachable('timeout')
}

const answerOf = (status: number, headers: [string, string][], body: Uint8Array | string): HttpResult => ({
  kind: 'answered',
  status,
  headers,
  body: typeof body === 'string' ? Buffer.from(body) : body,
  truncated: false,
  ms: 5,
})

/** The same attempt with the opposite outcome: what was accepted is refused, what failed succeeds, what came did not. */
export const opposite = (attempt: Attempt): Attempt => {
  const { run, callbacks } = attempt
  if (run) {
    return { ...attempt, run: oppositeRun(run), callbacks: callbacks.map(oppositeCallback) }
  }
  const confirmations = callbacks.filter(({ kind }) => kind !== 'c2b-validation')
  const questions = callbacks.filter(({ kind }) => kind === 'c2b-validation').map(oppositeCallback)
  const [question] = questions
  if (confirmations.length > 0 || !question) return { ...attempt, callbacks: questions }
  const came = { ...question, id: question.id + 1_000_000, kind: 'c2b-confirmation', at: question.at + 1000 }
  return { ...attempt, callbacks: [...questions, came] }
}

/** The same attempt before anything came back. */
export const unanswered = (attempt: Attempt): Attempt => ({
  ...attempt,
  run: attempt.run && { ...attempt.run, response: null, verdict: 'open' },
  callbacks: [],
})

const zero = /^(0+|INS-0|INS-GAR-0)$/

const codeNames =
  'ResultCode|resultCode|ResponseCode|responseCode|rescode|RETURN_CODE|output_ResponseCode|output_ResultCode'

/** Codes of success become others, and the other way round. */
const flipCodes = (text: string): string =>
  text
    .replace(
      new RegExp(`("(?:${codeNames})"\\s*:\\s*"?)([^",}\\]\\s]+)`, 'g'),
      (_, head: string, code: string) =>
        `${head}${zero.test(code) ? code.replace(/0$/, '9999') : code.startsWith('INS') ? 'INS-0' : 0}`,
    )
    .replace(
      new RegExp(`((?:^|&)(?:${codeNames})=)([^&]*)`, 'g'),
      (_, head: string, code: string) => `${head}${zero.test(code) ? '99' : '00'}`,
    )
    .replace(
      new RegExp(`((?:<|&lt;)(?:\\w+:)?(?:${codeNames})(?:>|&gt;))([^<&]*)`, 'g'),
      (_, head: string, code: string) => `${head}${zero.test(code.trim()) ? '100000999' : '0'}`,
    )

const oppositeRun = (run: RecordedRun): RecordedRun => {
  const { response } = run
  const verdict = run.verdict === 'failure' ? 'success' : 'failure'
  if (!response) return { ...run, verdict }
  if (response.body.text.trimStart().startsWith('<')) {
    return { ...run, verdict, response: { ...response, body: bodyOf(flipCodes(response.body.text)) } }
  }
  const isRefused = response.status >= 400
  const example = findOperation(run.operation)?.acknowledgement.success
  const other = isRefused
    ? { status: example?.httpStatus ?? 200, text: JSON.stringify(example?.body ?? {}) }
    : {
        status: 500,
        text: '{"errorCode":"500.001.1001","errorMessage":"Turned round","output_ResponseCode":"INS-1"}',
      }
  return { ...run, verdict, response: { ...response, status: other.status, body: bodyOf(other.text) } }
}

const oppositeCallback = (callback: RecordedCallback): RecordedCallback => ({
  ...callback,
  body: bodyOf(flipCodes(callback.body.text)),
  answer:
    callback.answer.status === 200
      ? { status: 500, body: bodyOf(flipCodes(callback.answer.body.text)), ms: 5 }
      : { status: 200, body: bodyOf('{"ResultCode":0,"ResultDesc":"Accepted"}'), ms: 5 },
})
