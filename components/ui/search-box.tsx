'use client'
import type { RefObject } from 'react'
import { cn } from '@/lib/classes'
import { Input } from './input'
import { Kbd } from './kbd'
import { useTyped } from './typed'

/** Searches a list: a moment after typing, or on Enter where each search is dear. Emptied, it searches at once. */
export function SearchBox({
  label,
  placeholder,
  value,
  waitMs,
  box,
  className,
  onSearch,
}: {
  label: string
  placeholder: string
  value: string
  /** Without it only Enter searches. */
  waitMs?: number
  /** For the list's `/` key. */
  box: RefObject<HTMLInputElement | null>
  className?: string
  onSearch: (text: string) => void
}) {
  const { typed, setTyped, handOn } = useTyped(value, onSearch, waitMs)
  return (
    <form
      method="dialog"
      className={cn('relative min-w-[min(13rem,100%)]', className)}
      onSubmit={(event) => {
        event.preventDefault()
        handOn(typed)
      }}
    >
      <Input
        ref={box}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={placeholder}
        value={typed}
        onChange={({ target }) => (target.value === '' ? handOn : setTyped)(target.value)}
        onBlur={waitMs === undefined ? undefined : () => handOn(typed)}
        className="pr-8"
      />
      <Kbd className="pointer-events-none absolute top-1.5 right-2 max-sm:hidden">/</Kbd>
    </form>
  )
}
