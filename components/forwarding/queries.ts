'use client'
import { resultOf } from '@/components/forms/result-of'
import { useQuery, useQueryClient } from '@/components/live/queries'
import { type ApiAnswer, type ApiArguments, type ApiRoute, callApi } from '@/lib/api/client'
import type { ActionResult } from '@/lib/auth/action-result'

// Below `sandbox`, because the live feed has that read again when an attempt ends.
const key = ['sandbox', 'forwarding'] as const

export const useAttempts = (callbackId: number) =>
  useQuery({
    queryKey: [...key, 'attempts', callbackId],
    queryFn: ({ signal }) => callApi('GET /callbacks/{id}/attempts', { path: { id: callbackId }, signal }),
  })

export const useTargets = (inbox: string) =>
  useQuery({
    queryKey: [...key, 'targets', inbox],
    queryFn: async ({ signal }) =>
      (await callApi('GET /inboxes/{name}/targets', { path: { name: inbox }, signal })).targets,
  })

export const useDeadLetters = (inbox: string) =>
  useQuery({
    queryKey: [...key, 'dead', inbox],
    queryFn: async ({ signal }) =>
      (await callApi('GET /inboxes/{name}/dead-letters', { path: { name: inbox }, signal })).attempts,
  })

export const useReplays = () =>
  useQuery({
    queryKey: [...key, 'replays'],
    queryFn: async ({ signal }) => (await callApi('GET /replays', { signal })).replays,
  })

/** Sends a change, then reads again what it may have touched. */
export const useForwardingChange = () => {
  const queries = useQueryClient()
  return async <R extends ApiRoute>(
    route: R,
    ...call: ApiArguments<R>
  ): Promise<ActionResult<ApiAnswer<R>>> => {
    const result = await resultOf(callApi(route, ...call))
    if (result.ok) await queries.invalidateQueries({ queryKey: key })
    return result
  }
}
