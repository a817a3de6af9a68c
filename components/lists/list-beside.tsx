import { ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Row } from '@/components/live/live-list'
import type { useLiveList } from '@/components/live/use-live-list'
import { Button } from '@/components/ui/button'
import { Notice, Skeleton } from '@/components/ui/layout'
import { LiveRows } from './live-rows'
import type { ListPlace } from './use-chosen-row'

/** A list that grows at its top and scrolls by itself, with what is chosen in it beside it. */
export function ListBeside<Item extends Row>({
  texts,
  list,
  place: { scroller, handle, toTop },
  wide,
  draw,
  empty,
  beside,
}: {
  texts: {
    /** Heard of the list: `Callbacks, newest first`. */
    list: string
    /** While nothing is there yet: `Reading callbacks`. */
    reading: string
    /** `The callbacks cannot be read`. */
    unreadable: string
  }
  list: ReturnType<typeof useLiveList<Item>>
  place: ListPlace
  /** One line a row instead of two. */
  wide: boolean
  draw: (item: Item) => ReactNode
  /** In place of rows, where there are none. */
  empty: ReactNode
  beside: ReactNode
}) {
  const { rows, state, pill } = list
  return (
    <div className="flex min-h-0 flex-1">
      <div className="relative min-w-0 flex-1">
        {pill && (
          <Button
            size="sm"
            variant="primary"
            className="absolute top-2 left-1/2 z-10 -translate-x-1/2 rounded-full shadow-md"
            onClick={() => {
              list.release()
              toTop()
            }}
          >
            <ArrowUp aria-hidden /> {pill}
          </Button>
        )}
        <LiveRows
          label={texts.list}
          rows={rows}
          rowHeight={wide ? 36 : 56}
          reach={state}
          scroller={scroller}
          handle={handle}
          draw={draw}
          onNearEnd={list.more}
          onTop={list.release}
        >
          {state === 'loading' && (
            <div
              className="flex flex-col gap-3 p-4"
              aria-busy="true"
              role="status"
              aria-label={texts.reading}
            >
              {[1, 2, 3].map((row) => (
                <Skeleton key={row} className="h-5" />
              ))}
            </div>
          )}
          {state === 'failed' && (
            <Notice tone="bad" title={texts.unreadable} className="m-4">
              {list.problem}{' '}
              <Button size="sm" onClick={list.retry}>
                Try again
              </Button>
            </Notice>
          )}
          {state === 'end' && rows.length === 0 && <div className="p-4">{empty}</div>}
        </LiveRows>
      </div>
      {beside}
    </div>
  )
}
