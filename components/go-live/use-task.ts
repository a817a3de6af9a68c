'use client'
import { useState } from 'react'
import { useToast } from '@/components/ui/toast'

/** Runs one change at a time, and says why it was refused. */
export const useTask = () => {
  const say = useToast()
  const [isBusy, setBusy] = useState(false)
  /** True when it was done. */
  const run = async (task: () => Promise<unknown>, done?: string): Promise<boolean> => {
    setBusy(true)
    try {
      await task()
      if (done) say(done)
      return true
    } catch (thrown) {
      say(thrown instanceof Error ? thrown.message : String(thrown), 'bad')
      return false
    } finally {
      setBusy(false)
    }
  }
  return { run, isBusy }
}
