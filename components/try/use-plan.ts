'use client'
import { useQuery } from '@/components/live/queries'
import { planRun } from '@/components/runs/api'
import { useSettled } from '@/components/ui/typed'
import { parseObject } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'

/** What the server would send for these values: derived fields and whatever is missing. An older question is aborted. */
export const usePlan = (operation: string, environment: string, values: Values, enabled: boolean) => {
  const text = useSettled(JSON.stringify(values), 200)
  return useQuery({
    queryKey: ['plan', operation, environment, text],
    queryFn: ({ signal }) => planRun({ operation, environment, values: parseObject(text) ?? {} }, signal),
    enabled,
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 10_000,
    retry: false,
  })
}
