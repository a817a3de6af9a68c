import { createRunIds } from '@/lib/run-ids'

/** Id of a run that this browser is about to send. */
export const nextRunId = createRunIds()
