'use client'
import { lazy, Suspense } from 'react'
import { Button } from '@/components/ui/button'
import { useOnDemand } from '@/components/ui/on-demand'

const load = () => import('./help-popover')
const HelpPopover = lazy(() => load().then((module) => ({ default: module.HelpPopover })))

/** What to do on this page, fetched when it is asked for. */
export function HelpButton() {
  const { isWanted, trigger } = useOnDemand(load, 'dialog')
  const waiting = (
    <Button variant="ghost" size="icon" className="max-sm:hidden" aria-label="Help on this page" {...trigger}>
      ?
    </Button>
  )
  if (!isWanted) return waiting
  return (
    <Suspense fallback={waiting}>
      <HelpPopover />
    </Suspense>
  )
}
