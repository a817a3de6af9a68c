import 'server-only'
import { callbackOf } from '@/db/queries/callbacks'
import { runOf } from '@/db/queries/runs'
import { maskPhonesIn } from '@/lib/msisdn'
import { Refusal } from '@/lib/refusal'
import { ruledOf } from '../answers/ruled'
import { explainCallback } from '../codes/explain-recorded'
import type { Actor, Deps } from '../deps'
import { maskFor } from '../mask'
import { curlOf } from '../runs/curl'
import { callbackSummary } from '../summaries'
import type { CallbackDetail } from '../views'
import { bodyText, hiddenBody, meaningIn, meaningOfRow } from './list-callbacks'
import { catchUpArrivals } from './move-arrivals'
import { readContent } from './read-content'

/** One captured message with all that is known of it. */
export const getCallback = async (deps: Deps, actor: Actor, id: number): Promise<CallbackDetail> => {
  const content = await readContent(find(deps, actor, id))
  return { ...readCallback(deps, actor, id), content: maskFor(actor.role, content) }
}

/** The same without a look into the body. */
export const readCallback = (deps: Deps, actor: Actor, id: number): Omit<CallbackDetail, 'content'> => {
  const row = find(deps, actor, id)
  const text = hiddenBody(actor, row) ?? bodyText(row.body)
  const whole = meaningOfRow(row)
  const run = row.runId ? runOf(deps.db, actor.workspaceId, row.runId) : undefined
  return maskFor(actor.role, {
    ...callbackSummary(row, run?.environmentKind),
    query: row.query,
    headers: row.headers,
    remoteAddress: row.remoteAddress,
    ...text,
    meaning: meaningIn(row),
    facts: whole?.facts.table ?? [],
    remark: whole?.remark ?? null,
    explanation: explainCallback(row, run?.operation),
    answer: {
      status: row.answerStatus,
      headers: row.answerHeaders,
      body: row.answerBody,
      micros: row.answerMicros,
      ms: row.answerMicros / 1000,
      rule: ruledOf(deps, [id]).get(id) ?? null,
    },
    curl: curlOf(row, `${deps.config.publicUrl}${row.path}${row.query ? `?${row.query}` : ''}`),
  })
}

/** The bytes as they came; for a viewer with phone numbers blanked out. */
export const getCallbackBody = (deps: Deps, actor: Actor, id: number): Uint8Array<ArrayBuffer> => {
  const row = find(deps, actor, id)
  if (actor.role !== 'viewer') return new Uint8Array(row.body)
  const hidden = hiddenBody(actor, row)
  return new Uint8Array(blanked(hidden ? Buffer.from(hidden.body) : row.body))
}

// Byte for byte, so that a body which is no text survives as well.
const blanked = (body: Buffer) =>
  Buffer.from(maskPhonesIn(body.toString('latin1')).replaceAll('•', '*'), 'latin1')

const find = (deps: Deps, actor: Actor, id: number) => {
  catchUpArrivals(deps)
  const row = Number.isSafeInteger(id) ? callbackOf(deps.db, actor.workspaceId, id) : undefined
  if (!row) throw new Refusal('not-found', 'This callback is not here.')
  return row
}
