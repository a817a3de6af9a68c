'use client'
import { useSyncExternalStore } from 'react'

const wideQuery = '(min-width: 1024px)'
const subscribe = (tell: () => void) => {
  const media = window.matchMedia(wideQuery)
  media.addEventListener('change', tell)
  return () => media.removeEventListener('change', tell)
}

/** Room for a pane beside the table. */
export const useWide = () =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(wideQuery).matches,
    () => true,
  )
