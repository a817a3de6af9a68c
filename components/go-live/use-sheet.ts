'use client'
import { useEffect, useRef } from 'react'
import { useLive } from '@/components/live/live-provider'
import { useQuery, useQueryClient } from '@/components/live/queries'
import { readAgain } from '@/components/live/read-again'
import { isProblem } from '@/lib/api/client'
import type { SheetSummary, SheetView } from '@/lib/workspace/go-live/views'
import { getSheet, listSheets } from './api'

const sheetKey = (id: string) => ['sheet', id] as const
export const sheetsKey = ['sheets'] as const

/** A job announces more changes than a sheet has to be read: changes within this time are read together. */
const togetherMs = 400

/**
 * Reads a query again after a change: at once, and for changes that come meanwhile once more when that is over. A
 * reading under way is never cut short by the next change, or a busy job would keep the screen from following.
 */
const useCoalesced = (read: () => Promise<void>) => {
  const state = useRef({ isReading: false, isWanted: false, isGone: false })
  useEffect(() => {
    const now = state.current
    now.isGone = false
    return () => {
      now.isGone = true
    }
  }, [])
  return async () => {
    const now = state.current
    now.isWanted = true
    if (now.isReading) return
    now.isReading = true
    while (now.isWanted && !now.isGone) {
      now.isWanted = false
      await read()
      await new Promise((resolve) => setTimeout(resolve, togetherMs))
    }
    now.isReading = false
  }
}

/** One sheet with all its cases, kept as it is on the server. Unchanged cases keep their identity. */
export const useSheet = (id: string, initial: SheetView) => {
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: sheetKey(id),
    queryFn: ({ signal }) => getSheet(id, signal),
    initialData: initial,
    staleTime: 2000,
    retry: (count, error) => !(isProblem(error) && error.status === 404) && count < 2,
  })
  const read = useCoalesced(() => readAgain(queries, sheetKey(id)))
  useLive('sheet', (sheet) => sheet.id === id && void read())
  return { ...query, read }
}

export const useSheets = (initial: SheetSummary[]) => {
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: sheetsKey,
    queryFn: async ({ signal }) => (await listSheets(signal)).sheets,
    initialData: initial,
    staleTime: 2000,
  })
  const read = useCoalesced(() => readAgain(queries, sheetsKey))
  useLive('sheet', () => void read())
  return query
}
