'use client'
import { ArrowLeft, Bell } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { LiveDot } from '@/components/live/live-provider'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Notice, Skeleton } from '@/components/ui/layout'
import { firstOperation } from '@/lib/catalogue/first-operation'
import { CallbackDetail } from './callback-detail'
import { CallbackRow } from './callback-row'
import { markSeen, useNewestCallbacks, useSeen } from './newest'

/** Counts what arrived since this browser last looked, and opens the newest callbacks over any page. */
export function CallbacksBell() {
  const pathname = usePathname()
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<number>()
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
      {/* Not modal: a prompt on the virtual phone must be answered while its callback is awaited here. */}
      <Dialog
        modal={false}
        open={open}
        onOpenChange={(isOpen) => {
          if (isOpen) setChosen(undefined)
          setOpen(isOpen)
        }}
      >
        <DialogTrigger asChild>
          <Button
            variant="ghost"
            size={unseen > 0 ? 'md' : 'icon'}
            aria-label={unseen > 0 ? `Callbacks: ${count} new` : 'Callbacks'}
            className={unseen > 0 ? 'gap-1 px-2' : undefined}
          >
            <Bell aria-hidden />
            {unseen > 0 && (
              <span className="rounded-full bg-accent px-1.5 font-semibold text-accent-ink text-xs">
                {count}
              </span>
            )}
          </Button>
        </DialogTrigger>
        <DialogContent
          side="right"
          title="Callbacks"
          data-beside-phone
          className="z-40"
          onInteractOutside={(event) => event.preventDefault()}
          // Esc on the phone cancels the prompt; it must not close this as well.
          onEscapeKeyDown={(event) => {
            if (event.target instanceof Element && event.target.closest('[data-phone]'))
              event.preventDefault()
          }}
          actions={
            <>
              <LiveDot className="mr-2" />
              <Button size="sm" asChild>
                <Link href="/inbox" onClick={() => setOpen(false)}>
                  Open the inbox
                </Link>
              </Button>
            </>
          }
        >
          {chosen !== undefined ? (
            <div className="min-h-0 flex-1 overflow-y-auto">
              <Button
                variant="ghost"
                size="sm"
                className="m-2 mb-0"
                onClick={() => setChosen(undefined)}
                autoFocus
              >
                <ArrowLeft aria-hidden /> All callbacks
              </Button>
              <CallbackDetail id={chosen} />
            </div>
          ) : (
            <div className="min-h-0 flex-1 overflow-y-auto">
              {newest.isError && (
                <Notice tone="bad" title="The callbacks cannot be read" className="m-4">
                  {newest.error.message}{' '}
                  <Button size="sm" onClick={() => void newest.refetch()}>
                    Try again
                  </Button>
                </Notice>
              )}
              {newest.isPending && (
                <div className="flex flex-col gap-3 p-4" aria-busy="true">
                  {[1, 2, 3].map((row) => (
                    <Skeleton key={row} className="h-8" />
                  ))}
                </div>
              )}
              {callbacks?.length === 0 && (
                <p className="p-4 text-ink-muted">
                  No callbacks yet.{' '}
                  <Link href={firstOperation.path} className="text-accent underline">
                    {firstOperation.action}
                  </Link>
                  , or point your code at the URL that the{' '}
                  <Link href="/inbox" className="text-accent underline">
                    inbox
                  </Link>{' '}
                  shows.
                </p>
              )}
              {callbacks?.map((callback) => (
                <CallbackRow
                  key={callback.id}
                  callback={callback}
                  href={`/inbox/${callback.id}`}
                  narrow
                  onOpen={setChosen}
                />
              ))}
            </div>
          )}
        </DialogContent>
      </Dialog>
    </>
  )
}
