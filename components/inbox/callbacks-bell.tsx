'use client'
import { Bell } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { fetched, fetchedLater } from '@/components/ui/fetched'
import { useEverOpen, useFetchWhenIdle } from '@/components/ui/on-demand'

const load = () => import('./callbacks-drawer')
const CallbacksDrawer = fetched(() => load().then((module) => module.CallbacksDrawer))

// Until the page is alive nothing was counted.
const UnseenCount = fetchedLater(() => import('./unseen-count').then((module) => module.UnseenCount))

/** Counts what arrived since this browser last looked, and opens the newest callbacks over any page. */
export function CallbacksBell() {
  const pathname = usePathname()
  const [open, setOpen] = useState(false)
  const isFetched = useEverOpen(open)
  useFetchWhenIdle(load)
  const [unseen, setUnseen] = useState<string>()

  // The page that a link of the drawer leads to is what the reader wants to see.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the trigger
  useEffect(() => setOpen(false), [pathname])

  return (
    <>
      {/* The inbox page shows the same list. */}
      <UnseenCount isLooking={open || pathname === '/inbox'} onCount={setUnseen} />
      <span className="sr-only" role="status">
        {unseen && `${unseen} new ${unseen === '1' ? 'callback' : 'callbacks'}`}
      </span>
      <Button
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={() => void load().catch(() => undefined)}
        onClick={() => setOpen((before) => !before)}
        variant="ghost"
        size="icon"
        aria-label={unseen ? `Callbacks: ${unseen} new` : 'Callbacks'}
        // The count lies over the bell's corner: nothing beside it moves when it comes.
        className="relative"
      >
        <Bell aria-hidden />
        {unseen && (
          <span className="pointer-events-none absolute -top-0.5 -right-1.5 rounded-full bg-accent px-1 font-semibold text-accent-ink text-xs leading-4">
            {unseen}
          </span>
        )}
      </Button>
      {isFetched && <CallbacksDrawer open={open} onOpenChange={setOpen} />}
    </>
  )
}
