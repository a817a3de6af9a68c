'use client'
import { Bell } from 'lucide-react'
import dynamic from 'next/dynamic'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useEverOpen, useFetchWhenIdle } from '@/components/ui/on-demand'
import { markSeen, useNewestCallbacks, useSeen } from './newest'

const load = () => import('./callbacks-drawer')
const CallbacksDrawer = dynamic(() => load().then((module) => module.CallbacksDrawer), { ssr: false })

/** Counts what arrived since this browser last looked, and opens the newest callbacks over any page. */
export function CallbacksBell() {
  const pathname = usePathname()
  const [open, setOpen] = useState(false)
  const isFetched = useEverOpen(open)
  useFetchWhenIdle(load)
  const newest = useNewestCallbacks()
  const seen = useSeen()
  const callbacks = newest.data
  // The inbox page shows the same list.
  const isLooking = open || pathname === '/inbox'
  const newestId = callbacks && (callbacks[0]?.id ?? 0)

  useEffect(() => {
    if (newestId === undefined || seen === undefined) return
    // Nothing is new at a first look; and ids that run backwards mean another database.
    if (seen === null || seen > newestId || isLooking) markSeen(newestId)
  }, [newestId, seen, isLooking])

  // The page that a link of the drawer leads to is what the reader wants to see.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the trigger
  useEffect(() => setOpen(false), [pathname])

  const unseen =
    seen === undefined || seen === null || !callbacks ? 0 : callbacks.filter((each) => each.id > seen).length
  const count = callbacks && unseen >= callbacks.length && unseen >= 50 ? `${unseen}+` : String(unseen)

  return (
    <>
      <span className="sr-only" role="status">
        {unseen > 0 ? `${count} new ${unseen === 1 ? 'callback' : 'callbacks'}` : ''}
      </span>
      <Button
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={() => void load().catch(() => undefined)}
        onClick={() => setOpen((before) => !before)}
        variant="ghost"
        size={unseen > 0 ? 'md' : 'icon'}
        aria-label={unseen > 0 ? `Callbacks: ${count} new` : 'Callbacks'}
        className={unseen > 0 ? 'gap-1 px-2' : undefined}
      >
        <Bell aria-hidden />
        {unseen > 0 && (
          <span className="rounded-full bg-accent px-1.5 font-semibold text-accent-ink text-xs">{count}</span>
        )}
      </Button>
      {isFetched && <CallbacksDrawer open={open} onOpenChange={setOpen} />}
    </>
  )
}
