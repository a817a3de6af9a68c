import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useImperativeHandle } from 'react'
import type { CallbackSummary } from '@/lib/workspace/views'
import { CallbackRow } from './callback-row'

/** So many rows before the last one that is drawn, the next page is asked for. */
const readAheadRows = 60

export type ListHandle = { show: (index: number) => void }

/** Rows as far as they are on screen; whatever stands below them comes after the last one. */
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
  const rowHeight = wide ? 36 : 56
  const rows = useVirtualizer({
    count: callbacks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => callbacks[index]?.id ?? index,
    overscan: 12,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured again when their height changes
  useEffect(() => rows.measure(), [rowHeight])
  useImperativeHandle(handle, () => ({ show: (index) => rows.scrollToIndex(index) }), [rows])

  const drawn = rows.getVirtualItems()
  const isNearEnd = reach === 'more' && (drawn.at(-1)?.index ?? 0) >= callbacks.length - readAheadRows
  const readOn = useEffectEvent(onNearEnd)
  useEffect(() => {
    if (isNearEnd) readOn()
  }, [isNearEnd])

  return (
    <div
      ref={scroller}
      className="h-full overflow-y-auto overscroll-contain"
      onScroll={(event) => event.currentTarget.scrollTop === 0 && onTop()}
    >
      {callbacks.length > 0 && (
        <ul aria-label="Callbacks, newest first" className="relative" style={{ height: rows.getTotalSize() }}>
          {drawn.map((item) => {
            const callback = callbacks[item.index]
            if (!callback) return null
            return (
              <li
                key={item.key}
                aria-setsize={reach === 'end' ? callbacks.length : -1}
                aria-posinset={item.index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <CallbackRow
                  callback={callback}
                  href={hrefOf(callback.id)}
                  selected={callback.id === chosen}
                  fresh={fresh.has(callback.id)}
                  onOpen={onOpen}
                />
              </li>
            )
          })}
        </ul>
      )}
      {children}
    </div>
  )
}
