'use client'
import { useSyncExternalStore } from 'react'
import { mergeNewest } from '@/components/live/live-list'
import { useLive } from '@/components/live/live-provider'
import { useQuery, useQueryClient } from '@/components/live/queries'
import type { CallbackSummary } from '@/lib/workspace/views'
import { listCallbacks } from './api'

const shown = 50
const newestKey = ['callbacks', 'newest'] as const

/** The newest callbacks of the workspace, kept up to date by the live feed. */
export const useNewestCallbacks = () => {
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: newestKey,
    queryFn: async ({ signal }) => {
      const { callbacks } = await listCallbacks({ limit: shown }, signal)
      // One that arrived while this was under way must not be lost again.
      return mergeNewest(callbacks, queries.getQueryData<CallbackSummary[]>(newestKey)?.slice(0, shown) ?? [])
    },
  })
  useLive('callback', (callback) => {
    queries.setQueryData<CallbackSummary[]>(newestKey, (before) =>
      mergeNewest(before ?? [], [callback]).slice(0, shown),
    )
  })
  useLive('resync', () => void queries.resetQueries({ queryKey: newestKey }))
  return query
}

const seenKey = 'jaribu-callbacks-seen'
const seenListeners = new Set<() => void>()

const subscribeSeen = (notify: () => void) => {
  const fromOtherTab = (event: StorageEvent) => event.key === seenKey && notify()
  seenListeners.add(notify)
  window.addEventListener('storage', fromOtherTab)
  return () => {
    seenListeners.delete(notify)
    window.removeEventListener('storage', fromOtherTab)
  }
}

const readSeen = (): number | null => {
  const text = localStorage.getItem(seenKey)
  const id = Number(text)
  return text !== null && Number.isSafeInteger(id) ? id : null
}

/** Id of the newest callback that was looked at in this browser; null before the first look, undefined on the server. */
export const useSeen = (): number | null | undefined =>
  useSyncExternalStore<number | null | undefined>(subscribeSeen, readSeen, () => undefined)

export const markSeen = (id: number) => {
  if (readSeen() === id) return
  localStorage.setItem(seenKey, String(id))
  for (const notify of seenListeners) notify()
}
