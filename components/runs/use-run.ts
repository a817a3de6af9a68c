'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { isProblem } from '@/components/live/fetch-json'
import { useLive } from '@/components/live/live-provider'
import type { RunDetail } from '@/lib/workspace/views'
import { getRun } from './api'

export const runKey = (id: string) => ['run', id] as const

/**
 * One run, kept as it is on the server: every event that speaks of it, or of a prompt while it waits, reads it again.
 * `isSending`: the run may not be stored yet, so a 404 is no failure.
 */
export const useRun = (
  id: string | null,
  { initial, isSending = false }: { initial?: RunDetail; isSending?: boolean } = {},
) => {
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: runKey(id ?? ''),
    queryFn: ({ signal }) => getRun(id ?? '', signal),
    enabled: id !== null && !isSending,
    initialData: initial,
    staleTime: 2000,
    retry: (count, error) => !(isProblem(error) && error.status === 404) && count < 2,
  })
  const readAgain = () => {
    if (id !== null) void queries.invalidateQueries({ queryKey: runKey(id) })
  }
  useLive('run', (run) => run.id === id && readAgain())
  useLive('callback', (callback) => callback.runId === id && readAgain())
  useLive('prompt', () => query.data?.verdict === 'pending' && readAgain())
  return query
}
