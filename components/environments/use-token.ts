'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useLive } from '@/components/live/live-provider'
import type { TokenView } from '@/lib/workspace/views'

/** The token as the server drew it, moved on by the live feed. */
export const useToken = (environmentId: string, drawn: TokenView): TokenView => {
  const [seen, setSeen] = useState({ environmentId, drawn, token: drawn })
  // A newer drawing of the server, or another environment, replaces what the feed said before.
  if (seen.drawn !== drawn || seen.environmentId !== environmentId)
    setSeen({ environmentId, drawn, token: drawn })
  useLive('token', (data) => {
    if (data.environmentId === environmentId) setSeen((before) => ({ ...before, token: data.token }))
  })
  return seen.environmentId === environmentId ? seen.token : drawn
}

const subscribe = () => () => {}

/** Epoch milliseconds, moving once a second; null until the page is alive, when the server's clock must not show. */
export const useNow = (): number | null => {
  const alive = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
  const [now, setNow] = useState<number>(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return alive ? now : null
}

/** `58:12`, `1:02:03`. */
export const countdown = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`
}
