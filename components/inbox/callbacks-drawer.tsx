'use client'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { LiveDot } from '@/components/live/live-provider'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, useReturnFocus } from '@/components/ui/dialog-parts'
import { Notice, Skeleton } from '@/components/ui/layout'
import { firstOperation } from '@/lib/catalogue/first-operation'
import { CallbackDetail } from './callback-detail'
import { CallbackRow } from './callback-row'
import { useNewestCallbacks } from './newest'

type Newest = ReturnType<typeof useNewestCallbacks>

/** The newest callbacks over any page, and one of them in full. */
export function CallbacksDrawer({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const newest = useNewestCallbacks()
  const returnFocus = useReturnFocus(open)
  return (
    // Not modal: a prompt on the virtual phone must be answered while its callback is awaited here.
    <Dialog modal={false} open={open} onOpenChange={onOpenChange}>
      <DialogContent
        side="right"
        title="Callbacks"
        data-beside-phone
        className="z-40"
        {...returnFocus}
        onInteractOutside={(event) => event.preventDefault()}
        // Esc on the phone cancels the prompt; it must not close this as well.
        onEscapeKeyDown={(event) => {
          if (event.target instanceof Element && event.target.closest('[data-phone]')) event.preventDefault()
        }}
        actions={
          <>
            <LiveDot className="mr-2" />
            <Button size="sm" asChild>
              <Link href="/inbox" onClick={() => onOpenChange(false)}>
                Open the inbox
              </Link>
            </Button>
          </>
        }
      >
        <Body newest={newest} />
      </DialogContent>
    </Dialog>
  )
}

/** Each opening begins with the list. */
function Body({ newest }: { newest: Newest }) {
  const [chosen, setChosen] = useState<number>()
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {chosen === undefined ? (
        <NewestList newest={newest} onOpen={setChosen} />
      ) : (
        <>
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
        </>
      )}
    </div>
  )
}

function NewestList({ newest, onOpen }: { newest: Newest; onOpen: (id: number) => void }) {
  return (
    <>
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
      {newest.data?.length === 0 && (
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
      {newest.data?.map((callback) => (
        <CallbackRow
          key={callback.id}
          callback={callback}
          href={`/inbox/${callback.id}`}
          narrow
          onOpen={onOpen}
        />
      ))}
    </>
  )
}
