import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react'

/** Rows around those in sight are drawn too, so that a quick hand finds them there. */
const beyond = 16

/** Before the browser has measured: nothing drawn by the server is drawn differently by it. */
const useIsomorphicLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect

/** The numbers of the rows of equal height that are worth drawing. */
export const rowsInSight = (
  sight: { top: number; height: number },
  { count, rowHeight }: { count: number; rowHeight: number },
): number[] => {
  const first = Math.max(0, Math.floor(sight.top / rowHeight) - beyond)
  const end = Math.min(count, Math.ceil((sight.top + sight.height) / rowHeight) + beyond)
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index)
}

/** Where to scroll so that a row is in sight; undefined when it is. */
export const scrollTo = (
  row: number,
  sight: { top: number; height: number },
  rowHeight: number,
): number | undefined => {
  const top = row * rowHeight
  if (top < sight.top) return top
  if (top + rowHeight > sight.top + sight.height) return top + rowHeight - sight.height
  return undefined
}

/** Of a long list of rows of equal height only those in sight are drawn. */
export const useRows = ({
  count,
  rowHeight,
  scroller,
}: {
  count: number
  rowHeight: number
  scroller: RefObject<HTMLElement | null>
}) => {
  const [sight, setSight] = useState({ top: 0, height: 0 })
  useIsomorphicLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    // In whole rows: between two of them there is nothing new to draw.
    const look = () => {
      const top = Math.floor(element.scrollTop / rowHeight) * rowHeight
      const height = element.clientHeight + rowHeight
      setSight((before) => (before.top === top && before.height === height ? before : { top, height }))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const resized = new ResizeObserver(look)
    resized.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      resized.disconnect()
    }
  }, [scroller, rowHeight])
  const show = useCallback(
    (row: number) => {
      const element = scroller.current
      if (!element) return
      const top = scrollTo(row, { top: element.scrollTop, height: element.clientHeight }, rowHeight)
      if (top !== undefined) element.scrollTop = top
    },
    [scroller, rowHeight],
  )
  return { drawn: rowsInSight(sight, { count, rowHeight }), height: count * rowHeight, show }
}
