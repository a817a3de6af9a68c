import 'server-only'
import type { CallbackRow } from '@/db/queries/callbacks'
import type { RunRow } from '@/db/queries/runs'
import type { Code } from '@/lib/catalogue/types'
import { isSystem, systemOf } from '@/lib/systems'
import { callbackEntry } from '@/lib/systems/callbacks'

/** Bodies say nothing here that their rows do not. */
type Head = Omit<CallbackRow, 'body'>

/** The code that decided a run's verdict: of its last callback that has it, else of the answer. None decides while it is pending. */
export const explainRun = (run: RunRow, callbacks: readonly Head[]): Code | null => {
  if (run.verdict === 'pending' || run.code === null || !isSystem(run.system)) return null
  const callback = callbacks.findLast(
    (row) => row.code === run.code && row.description === run.description && row.mismatch === null,
  )
  return callback
    ? explainCallback(callback, run.operation)
    : (systemOf(run.system).explain(run.code, {
        operation: run.operation,
        place: 'api',
        message: run.description ?? undefined,
      }) ?? null)
}

export const explainCallback = (row: Head, operation?: string): Code | null => {
  if (row.code === null || row.system === null || !isSystem(row.system)) return null
  const place = callbackEntry(row.system, row.kind)?.where
  const where = { operation, place, message: row.description ?? undefined }
  return systemOf(row.system).explain(row.code, where) ?? null
}

/** A code in the answer that our inbox gave to a question. */
export const explainOurAnswer = (row: Head): Code | null => {
  if (row.system === null || !isSystem(row.system)) return null
  const code = resultCodeIn(row.answerBody)
  return code === undefined
    ? null
    : (systemOf(row.system).explain(code, { place: callbackEntry(row.system, row.kind)?.where }) ?? null)
}

export const resultCodeIn = (body: string): string | undefined => {
  if (body.trimStart().startsWith('<')) return /<(?:\w+:)?ResultCode>\s*([^<\s]{1,40})/.exec(body)?.[1]
  try {
    const code: unknown = JSON.parse(body)?.ResultCode
    return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined
  } catch {
    return undefined
  }
}
