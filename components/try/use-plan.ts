'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { planRun } from '@/components/runs/api'
import type { Json } from '@/lib/catalogue/types'
import type { Values } from '@/lib/wire/types'

/** The last value that stayed for a moment. */
export const useSettled = <T>(value: T, ms: number): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}

/** What the server would send for these values: derived fields and whatever is missing. An older question is aborted. */
export const usePlan = (operation: string, environment: string, values: Values, enabled: boolean) => {
  const text = useSettled(JSON.stringify(values), 200)
  return useQuery({
    queryKey: ['plan', operation, environment, text],
    queryFn: ({ signal }) =>
      planRun({ operation, environment, values: JSON.parse(text) as Record<string, Json> }, signal),
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 10_000,
    retry: false,
  })
}
