import { type ApiCall, callApi, ProblemError } from '@/lib/api/client'

/** Summaries, newest first. */
export const listCallbacks = async (query: ApiCall<'GET /callbacks'>['query'], signal?: AbortSignal) => {
  const page = await callApi('GET /callbacks', { query: { ...query, view: 'summary' }, signal })
  if ('view' in page) return page
  throw new ProblemError(0, 'Jaribu answered with another list than was asked for. Reload the page.')
}
