'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { type Change, type Names, readAddress, type Search, searchWith, type Values } from './address'

type How = 'push' | 'replace'

export type Address<Of extends Names> = {
  values: Values<Of>
  /** Writes without asking the server for the page again. `push` where Back should undo it. */
  change: (change: Change<Of>, how?: How) => void
  /** Where a link with this change leads: what `change` would write. */
  hrefWith: (change: Change<Of>) => string
}

/** From the address itself, not from what is drawn: two quick changes may come before the first is drawn. */
export const changeAddress = <Of extends Names>(names: Of, change: Change<Of>, how: How): void => {
  const { pathname, search, hash } = window.location
  const now = new URLSearchParams(search)
  const next = searchWith(names, now, change)
  if (next === searchWith(names, now, {})) return
  const url = `${pathname}${next}${how === 'replace' ? hash : ''}`
  if (how === 'push') window.history.pushState(null, '', url)
  else window.history.replaceState(null, '', url)
}

/** The part of a screen's state that lives in its address. Values keep their identity while `names` keep theirs. */
export const useAddress = <Of extends Names>(names: Of): Address<Of> => {
  const pathname = usePathname()
  const search: Search = useSearchParams()
  const values = useMemo(() => readAddress(names, search), [names, search])
  return {
    values,
    change: (change, how = 'replace') => changeAddress(names, change, how),
    hrefWith: (change) => `${pathname}${searchWith(names, search, change)}`,
  }
}
