import { type KeyboardEvent, useEffect, useState } from 'react'

/** True from the first time that `open` is, so that what was fetched stays for its closing animation. */
export const useEverOpen = (open: boolean): boolean => {
  const [ever, setEver] = useState(open)
  if (open && !ever) setEver(true)
  return ever
}

/** Fetches code that a key may ask for at any moment, once the page has nothing better to do. */
export const useFetchWhenIdle = (load: () => Promise<unknown>): void => {
  useEffect(() => {
    const fetchIt = () => void load().catch(() => undefined)
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(fetchIt, 2000)
      return () => clearTimeout(timer)
    }
    const handle = requestIdleCallback(fetchIt)
    return () => cancelIdleCallback(handle)
  }, [load])
}

/**
 * For a button whose menu or popover is fetched: a hint that it will be wanted fetches the code, the click asks for it.
 * Once `isWanted`, the fetched part draws the button itself and begins open.
 */
export const useOnDemand = (load: () => Promise<unknown>, popup: 'menu' | 'dialog') => {
  const [isWanted, setWanted] = useState(false)
  const prepare = () => void load().catch(() => undefined)
  useFetchWhenIdle(load)
  return {
    isWanted,
    trigger: {
      'aria-haspopup': popup,
      'aria-expanded': false,
      onPointerEnter: prepare,
      onFocus: prepare,
      onClick: () => setWanted(true),
      onKeyDown: (event: KeyboardEvent) => {
        if (popup !== 'menu' || event.key !== 'ArrowDown') return
        event.preventDefault()
        setWanted(true)
      },
    },
  } as const
}
