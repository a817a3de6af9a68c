'use client'
import { resultOf } from '@/components/forms/result-of'
import { useQuery, useQueryClient } from '@/components/live/queries'
import { type ApiAnswer, type ApiArguments, type ApiRoute, callApi } from '@/lib/api/client'
import type { ActionResult } from '@/lib/auth/action-result'

// Below `sandbox`, because the live feed has that read again when somebody else changes it.
const rulesKey = ['sandbox', 'answer-rules'] as const

export const useRules = (inbox: string) =>
  useQuery({
    queryKey: [...rulesKey, inbox],
    queryFn: async ({ signal }) =>
      (await callApi('GET /inboxes/{name}/rules', { path: { name: inbox }, signal })).rules,
  })

/** Sends a change of the rules, then reads them again. */
export const useRulesChange = () => {
  const queries = useQueryClient()
  return async <R extends ApiRoute>(
    route: R,
    ...call: ApiArguments<R>
  ): Promise<ActionResult<ApiAnswer<R>>> => {
    const result = await resultOf(callApi(route, ...call))
    if (result.ok) await queries.invalidateQueries({ queryKey: rulesKey })
    return result
  }
}
