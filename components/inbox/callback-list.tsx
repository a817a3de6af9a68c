import type { ReactNode, RefObject } from 'react'
import { type ListHandle, LiveRows } from '@/components/lists/live-rows'
import type { CallbackSummary } from '@/lib/workspace/views'
import { CallbackRow } from './callback-row'

/** The callbacks as far as they are on screen. */
export function CallbackList({
  callbacks,
  chosen,
  fresh,
  reach,
  wide,
  scroller,
  handle,
  hrefOf,
  onOpen,
  onNearEnd,
  onTop,
  children,
}: {
  callbacks: CallbackSummary[]
  chosen: number | undefined
  fresh: ReadonlySet<string | number>
  /** Whether there is more below: `more` can be read now, `end` is the last row. */
  reach: 'loading' | 'more' | 'end' | 'failed'
  /** One line a row instead of two. */
  wide: boolean
  scroller: RefObject<HTMLDivElement | null>
  handle: RefObject<ListHandle | null>
  hrefOf: (id: number) => string
  onOpen: (id: number) => void
  onNearEnd: () => void
  onTop: () => void
  children: ReactNode
}) {
  return (
    <LiveRows
      label="Callbacks, newest first"
      rows={callbacks}
      rowHeight={wide ? 36 : 56}
      reach={reach}
      scroller={scroller}
      handle={handle}
      draw={(callback) => (
        <CallbackRow
          callback={callback}
          href={hrefOf(callback.id)}
          selected={callback.id === chosen}
          fresh={fresh.has(callback.id)}
          onOpen={onOpen}
        />
      )}
      onNearEnd={onNearEnd}
      onTop={onTop}
    >
      {children}
    </LiveRows>
  )
}
