import 'server-only'
import { callbackSummaries } from '@/db/queries/callbacks'
import { systemOf } from '@/lib/systems'
import { mismatchSentence } from '@/lib/wire/mismatch'
import { getRun } from '@/lib/workspace/runs/get-run'
import { codePath } from '../../codes/code-view'
import { maskFor } from '../../mask'
import { callbackSummary } from '../../summaries'
import { type Check, report } from './subject'

const secondsSince = (from: number, now: number) => Math.max(0, Math.round((now - from) / 1000))

const spoken = (seconds: number) =>
  seconds < 120
    ? `${seconds} seconds`
    : seconds < 7200
      ? `${Math.round(seconds / 60)} minutes`
      : `${Math.round(seconds / 3600)} hours`

export const runAnswered: Check = {
  subject: 'run',
  title: 'The provider took the request in',
  run: (subject) => {
    const { row, operation } = subject.run()
    const tested = 'The answer that is kept with the run, read as its system reads it.'
    if (row.answerStatus === null) {
      return report('unknown', tested, row.unreachableDetail ?? 'No answer has come.')
    }
    const system = systemOf(row.system)
    const outcome = system.read(operation, row.answerStatus, row.answerBody ?? '')
    const said = `HTTP ${row.answerStatus}: ${outcome.description}`
    if (outcome.kind === 'refused') {
      const code = system.explain(outcome.code, {
        operation: row.operation,
        place: 'api',
        message: outcome.description,
      })
      return report(
        'problem',
        tested,
        [said, ...(code ? [code.cause, code.cure] : [])],
        code ? [{ label: `All about ${code.code ?? 'this message'}`, path: codePath(code) }] : [],
      )
    }
    if (outcome.kind === 'unreadable' || outcome.kind === 'unknown') return report('unknown', tested, said)
    return report('fine', tested, said)
  },
}

export const runOutcome: Check = {
  subject: 'run',
  title: 'The callback has come',
  run: (subject) => {
    const { row, operation, callbacks: all } = subject.run()
    const tested = 'Callbacks that were joined to the run by its URL or its ids, and match it.'
    const callbacks = all.filter(({ mismatch }) => mismatch === null)
    const unlike = all.flatMap(({ id, mismatch }) => (mismatch ? [{ id, mismatch }] : []))
    if (callbacks.length === 0 && unlike.length > 0) {
      return report(
        'problem',
        tested,
        maskFor(
          subject.actor.role,
          unlike.map(({ mismatch }) => mismatchSentence(mismatch)),
        ),
        unlike.slice(0, 5).map(({ id }) => ({ label: `Callback ${id}`, path: `/inbox/${id}` })),
      )
    }
    if (callbacks.length > 0) {
      return report(
        'fine',
        tested,
        maskFor(
          subject.actor.role,
          callbacks.map(({ sentence, kind }) => sentence || kind),
        ),
        callbacks.slice(0, 5).map(({ id }) => ({ label: `Callback ${id}`, path: `/inbox/${id}` })),
      )
    }
    if (!operation.asynchronous) {
      return report('unknown', tested, `${operation.title} is answered at once; nothing follows.`)
    }
    return report(
      'problem',
      tested,
      `None, ${spoken(secondsSince(row.createdAt, subject.deps.clock()))} after it was sent.`,
    )
  },
}

/** A prompt stays one to three minutes: M-Pesa API tutorial. Other results come within ten seconds or so. */
const promptSeconds = 180
const resultSeconds = 60

export const runAge: Check = {
  subject: 'run',
  title: 'It has had its time',
  run: (subject) => {
    const { row, operation } = subject.run()
    const tested = 'The time since the run was sent, and the prompts that the sandbox opened for it.'
    const { timeline } = getRun(subject.deps, subject.actor, row.id)
    const prompts = timeline.filter(({ kind }) => kind === 'prompt')
    const answers = timeline.filter(({ kind }) => kind === 'prompt-answer')
    const [open] = prompts.slice(answers.length)
    if (open) {
      return report('problem', tested, `${open.title} has not been answered yet: ${open.detail}.`, [
        { label: 'Answer it', path: '/sandbox' },
      ])
    }
    const asks = operation.callbacks.some(({ isOfPrompt }) => isOfPrompt)
    const usual = asks ? promptSeconds : resultSeconds
    const passed = secondsSince(row.createdAt, subject.deps.clock())
    return passed < usual
      ? report('problem', tested, `${spoken(passed)} have passed; give it ${spoken(usual)}.`)
      : report(
          'fine',
          tested,
          `${spoken(passed)} have passed, more than the ${spoken(usual)} that it may take.`,
        )
  },
}

const shown = 5

export const inboxHeard: Check = {
  subject: 'run',
  title: 'The inbox heard something since',
  run: (subject) => {
    const { row } = subject.run()
    const { environment } = subject.environment()
    const tested = `Messages in the inbox ${environment.inbox} since the run was sent.`
    const since = callbackSummaries(
      subject.deps.db,
      subject.actor.workspaceId,
      { inbox: environment.inbox, from: row.createdAt },
      200,
    )
    const others = maskFor(
      subject.actor.role,
      since.filter(({ runId }) => runId === null).map((row) => callbackSummary(row)),
    )
    if (others.length > 0) {
      return report(
        'fine',
        tested,
        others.slice(0, shown).map(({ sentence, method, path }) => sentence || `${method} ${path}`),
        others.slice(0, shown).map(({ id }) => ({ label: `Callback ${id}`, path: `/inbox/${id}` })),
      )
    }
    return report(
      'problem',
      tested,
      since.length > 0
        ? `${since.length} came, all of them other runs’: the inbox is reached, so this one was not sent, or to another address.`
        : 'Nothing at all.',
    )
  },
}
