'use client'
import { useEffect } from 'react'
import { isTyping } from '@/components/lists/is-typing'
import { fetched } from '@/components/ui/fetched'
import { useEverOpen, useFetchWhenIdle } from '@/components/ui/on-demand'

const load = () => import('./shortcuts-dialog')
const ShortcutsDialog = fetched(() => load().then((module) => module.ShortcutsDialog))

/** The list of keys, which ? opens; fetched when it is. */
export function Shortcuts({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  useFetchWhenIdle(load)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault()
        onOpenChange(true)
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onOpenChange])
  return useEverOpen(open) && <ShortcutsDialog open={open} onOpenChange={onOpenChange} />
}
