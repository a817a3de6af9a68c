'use client'
import { useRouter } from 'next/navigation'
import { useLive } from '@/components/live/live-provider'

/** Turns the first steps into the daily page as soon as the first thing happens. */
export function RefreshWhenBegun() {
  const router = useRouter()
  useLive('run', () => router.refresh())
  useLive('callback', () => router.refresh())
  return null
}
