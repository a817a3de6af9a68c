'use client'
import { useState } from 'react'
import { isProblem } from '@/components/live/fetch-json'
import { useToast } from '@/components/ui/toast'

type Refused = { message: string; fields: Record<string, string[]> }

/** Runs one change at a time; what is refused is kept beside its field, or said when no such field is `drawn`. */
export const useTask = (drawn: readonly string[] = []) => {
  const say = useToast()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  /** True when it was done. */
  const run = async (task: () => Promise<unknown>, done?: string): Promise<boolean> => {
    setBusy(true)
    try {
      await task()
      setRefused(undefined)
      if (done) say(done)
      return true
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown)
      const fields = isProblem(thrown) ? thrown.fields : {}
      setRefused({ message, fields })
      const names = Object.keys(fields)
      if (names.length === 0 || names.some((name) => !drawn.includes(name))) say(message, 'bad')
      return false
    } finally {
      setBusy(false)
    }
  }
  return {
    run,
    isBusy,
    message: refused?.message,
    errorsOf: (...names: string[]): string[] | undefined =>
      names.map((name) => refused?.fields[name]).find((found) => found !== undefined),
  }
}
