import { type ApiCall, callApi } from '@/lib/api/client'
import type { CallbackSummary } from '@/lib/workspace/views'

/** Summaries, newest first. */
export const listCallbacks = async (query: ApiCall<'GET /callbacks'>['query'], signal?: AbortSignal) => {
  const page = await callApi('GET /callbacks', { query: { ...query, view: 'summary' }, signal })
  return page as { callbacks: CallbackSummary[]; cursor: number | null }
}
