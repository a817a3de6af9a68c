import type { AttemptRow } from '@/db/queries/attempts'
import type { AttemptView } from './fields'

export const viewOfAttempt = (row: AttemptRow): AttemptView => ({
  id: row.id,
  callbackId: row.callbackId,
  purpose: row.purpose,
  target: row.targetName,
  url: row.url,
  tryNumber: row.tryNumber,
  state: row.state,
  changes: row.changes,
  startedBy: row.startedBy,
  dueAt: row.dueAt,
  startedAt: row.startedAt,
  finishedAt: row.finishedAt,
  answer:
    row.answerStatus === null
      ? null
      : {
          status: row.answerStatus,
          headers: row.answerHeaders ?? [],
          body: row.answerBody ?? '',
          ms: row.answerMs ?? 0,
        },
  failure:
    row.cause === null ? null : { cause: row.cause, detail: row.detail ?? row.cause, ms: row.answerMs ?? 0 },
})
