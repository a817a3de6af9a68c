'use client'
import { useSyncExternalStore } from 'react'

const wideQuery = '(min-width: 1024px)'
const subscribe = (notify: () => void) => {
  const media = window.matchMedia(wideQuery)
  media.addEventListener('change', notify)
  return () => media.removeEventListener('change', notify)
}

/** Room for a pane beside a list. */
export const useWide = () =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(wideQuery).matches,
    () => true,
  )
