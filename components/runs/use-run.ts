'use client'
import { useLive } from '@/components/live/live-provider'
import { useQuery, useQueryClient } from '@/components/live/queries'
import { readAgain } from '@/components/live/read-again'
import { isProblem } from '@/lib/api/client'
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
  const read = () => {
    if (id !== null) void readAgain(queries, runKey(id))
  }
  useLive('run', (run) => run.id === id && read())
  useLive('callback', (callback) => callback.runId === id && read())
  useLive('prompt', () => query.data?.verdict === 'pending' && read())
  return query
}
