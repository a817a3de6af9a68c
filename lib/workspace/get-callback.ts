import 'server-only'
import { callbackOf } from '@/db/queries/callbacks'
import { runOf } from '@/db/queries/runs'
import { maskPhonesIn } from '@/lib/msisdn'
import { Refusal } from '@/lib/refusal'
import { curlOf } from './curl'
import type { Actor, Deps } from './deps'
import { explainCallback } from './explain'
import { bodyText, meaningOfRow } from './list-callbacks'
import { maskFor } from './mask'
import { callbackSummary } from './summaries'
import type { CallbackDetail } from './views'

/** One captured message with all that is known of it. */
export const getCallback = (deps: Deps, actor: Actor, id: number): CallbackDetail => {
  const row = find(deps, actor, id)
  const text = bodyText(row.body)
  const operation = row.runId ? runOf(deps.db, actor.workspaceId, row.runId)?.operation : undefined
  return maskFor(actor.role, {
    ...callbackSummary(row),
    query: row.query,
    headers: row.headers,
    remoteAddress: row.remoteAddress,
    ...text,
    facts: meaningOfRow(row)?.facts.table ?? [],
    explanation: explainCallback(row, operation),
    answer: {
      status: row.answerStatus,
      headers: row.answerHeaders,
      body: row.answerBody,
      micros: row.answerMicros,
    },
    curl: curlOf(row, `${deps.config.publicUrl}${row.path}${row.query ? `?${row.query}` : ''}`),
  })
}

/** The bytes as they came; for a viewer with phone numbers blanked out. */
export const getCallbackBody = (
  deps: Deps,
  actor: Actor,
  id: number,
): { body: Uint8Array<ArrayBuffer>; contentType: string } => {
  const row = find(deps, actor, id)
  const bytes = actor.role === 'viewer' ? blanked(row.body) : row.body
  return { body: new Uint8Array(bytes), contentType: callbackSummary(row).contentType }
}

// Byte for byte, so that a body which is no text survives as well.
const blanked = (body: Buffer) =>
  Buffer.from(maskPhonesIn(body.toString('latin1')).replaceAll('•', '*'), 'latin1')

const find = (deps: Deps, actor: Actor, id: number) => {
  const row = Number.isSafeInteger(id) ? callbackOf(deps.db, actor.workspaceId, id) : undefined
  if (!row) throw new Refusal('not-found', 'This callback is not here.')
  return row
}
