import { isProblem } from '@/lib/api/client'
import type { ActionResult } from '@/lib/auth/action-result'

/** What our API answered, as a server action says it: forms and buttons know one kind of answer. */
export const resultOf = async <Data>(answer: Promise<Data>): Promise<ActionResult<Data>> => {
  try {
    return { ok: true, data: await answer }
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown
    return { ok: false, message: thrown.message, fields: thrown.fields }
  }
}

const unreachable: ActionResult<never> = {
  ok: false,
  message: 'The server could not be reached. Check that it runs, then try again.',
  fields: {},
}

/** Waits for an answer; that none came is an answer too. */
export const settled = async <Data>(answer: Promise<ActionResult<Data>>): Promise<ActionResult<Data>> =>
  answer.catch(() => unreachable)

/** For work that has said itself why it was not done. */
export const doneOr = (isDone: boolean): ActionResult =>
  isDone ? { ok: true, data: undefined } : { ok: false, message: '', fields: {} }
