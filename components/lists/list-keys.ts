'use client'
import { type RefObject, useEffect, useEffectEvent } from 'react'
import { isTyping } from './is-typing'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented'>
type Place = { isTyping: boolean; isInSearch: boolean; isOnPage: boolean; isDialogOpen: boolean }
export type ListKey = 'next' | 'previous' | 'search' | 'leave-search' | 'close' | 'open'

const meanings: Record<string, ListKey> = {
  j: 'next',
  k: 'previous',
  '/': 'search',
  Escape: 'close',
  Enter: 'open',
}

/** What a key asks of a list, if anything. `isOnPage`: nothing in particular has the focus. */
export const listKeyOf = (pressed: Pressed, place: Place): ListKey | undefined => {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.defaultPrevented) return undefined
  if (place.isDialogOpen) return undefined
  if (pressed.key === 'Escape' && place.isInSearch) return 'leave-search'
  if (place.isTyping) return undefined
  const meaning = meanings[pressed.key]
  // Enter on a link or a button is theirs.
  return meaning === 'open' && !place.isOnPage ? undefined : meaning
}

/** The row after a step from row `at`; from nowhere (-1) the first one. */
export const stepFrom = (count: number, at: number, step: 1 | -1): number =>
  at < 0 ? 0 : Math.min(count - 1, Math.max(0, at + step))

/** The keys that every list has: j and k move, / searches, Enter opens, Esc closes. */
export const useListKeys = ({
  isOn = true,
  search,
  onStep,
  onOpen,
  onClose,
}: {
  isOn?: boolean
  /** The box that / goes to and Esc leaves. */
  search: RefObject<HTMLInputElement | null>
  onStep: (step: 1 | -1) => void
  /** Absent while there is nothing to open. */
  onOpen?: () => void
  /** Absent while there is nothing to close. */
  onClose?: () => void
}): void => {
  const act: Record<ListKey, (() => void) | undefined> = {
    next: () => onStep(1),
    previous: () => onStep(-1),
    search: () => {
      search.current?.focus()
      search.current?.select()
    },
    'leave-search': () => search.current?.blur(),
    open: onOpen,
    close: onClose,
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const key = listKeyOf(event, {
      isTyping: isTyping(event.target),
      isInSearch: event.target === search.current,
      isOnPage: event.target === document.body,
      isDialogOpen: document.querySelector('[role="dialog"]') !== null,
    })
    if (!isOn || !key || !act[key]) return
    event.preventDefault()
    act[key]()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
