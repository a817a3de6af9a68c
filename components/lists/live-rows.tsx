import { type ReactNode, type RefObject, useEffect, useEffectEvent, useImperativeHandle } from 'react'
import type { Row } from '@/components/live/live-list'
import { useRows } from './use-rows'

/** So many rows before the last one that is drawn, the next page is asked for. */
const readAheadRows = 60

export type ListHandle = { show: (index: number) => void }

/** Rows as far as they are on screen; whatever stands below them comes after the last one. */
export function LiveRows<Item extends Row>({
  label,
  rows: items,
  rowHeight,
  reach,
  scroller,
  handle,
  draw,
  onNearEnd,
  onTop,
  children,
}: {
  /** Heard of the list: `Callbacks, newest first`. */
  label: string
  rows: readonly Item[]
  rowHeight: number
  /** Whether there is more below: `more` can be read now, `end` is the last row. */
  reach: 'loading' | 'more' | 'end' | 'failed'
  scroller: RefObject<HTMLDivElement | null>
  handle: RefObject<ListHandle | null>
  draw: (item: Item) => ReactNode
  onNearEnd: () => void
  onTop: () => void
  children: ReactNode
}) {
  const { drawn, height, show } = useRows({ count: items.length, rowHeight, scroller })
  useImperativeHandle(handle, () => ({ show }), [show])

  const isNearEnd = reach === 'more' && (drawn.at(-1) ?? 0) >= items.length - readAheadRows
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
      {items.length > 0 && (
        <ul aria-label={label} className="relative" style={{ height }}>
          {drawn.map((index) => {
            const item = items[index]
            if (!item) return null
            return (
              <li
                key={item.id}
                aria-setsize={reach === 'end' ? items.length : -1}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${index * rowHeight}px)` }}
              >
                {draw(item)}
              </li>
            )
          })}
        </ul>
      )}
      {children}
    </div>
  )
}
