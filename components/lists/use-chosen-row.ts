import { useRouter } from 'next/navigation'
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { Names } from '@/components/address/address'
import { changeAddress } from '@/components/address/use-address'
import type { Id } from '@/components/live/live-list'
import { stepFrom, useListKeys } from './list-keys'
import type { ListHandle } from './live-rows'
import { useWide } from './use-wide'

/** What a list on its screen is reached by. */
export type ListPlace = {
  scroller: RefObject<HTMLDivElement | null>
  handle: RefObject<ListHandle | null>
  /** Where the chosen row is told in full. */
  pane: RefObject<HTMLElement | null>
  search: RefObject<HTMLInputElement | null>
  isAtTop: () => boolean
  toTop: () => void
}

export const useListPlace = (): ListPlace => {
  const scroller = useRef<HTMLDivElement>(null)
  return {
    scroller,
    handle: useRef<ListHandle>(null),
    pane: useRef<HTMLElement>(null),
    search: useRef<HTMLInputElement>(null),
    isAtTop: () => (scroller.current?.scrollTop ?? 0) <= 4,
    toTop: () => scroller.current?.scrollTo({ top: 0 }),
  }
}

/**
 * The row that the address names under `c`: told beside the list where there is room, on a page of its own where there
 * is none. The keys of lists walk it.
 */
export const useChosenRow = <RowId extends Id, Of extends Names & { c: Names[string] }>(
  { handle, pane, search }: ListPlace,
  {
    rows,
    chosen,
    names,
    pageOf,
  }: {
    rows: readonly { id: RowId }[]
    chosen: RowId | undefined
    names: Of
    pageOf: (id: RowId) => string
  },
) => {
  const router = useRouter()
  const wide = useWide()
  const isChosen = chosen !== undefined
  const open = useCallback(
    (id: RowId) => {
      if (wide) changeAddress(names, { c: String(id) }, isChosen ? 'replace' : 'push')
      else router.push(pageOf(id))
    },
    [wide, isChosen, names, pageOf, router],
  )
  // A link that was copied beside a wide list opens what its sender saw on a phone too.
  useEffect(() => {
    if (!wide && chosen !== undefined) router.replace(pageOf(chosen))
  }, [wide, chosen, pageOf, router])
  const close = () => changeAddress(names, { c: '' }, 'replace')
  useListKeys({
    search,
    onStep: (step) => {
      const next = stepFrom(
        rows.length,
        rows.findIndex(({ id }) => id === chosen),
        step,
      )
      const row = rows[next]
      if (!row) return
      handle.current?.show(next)
      open(row.id)
    },
    onOpen: isChosen ? () => pane.current?.focus() : undefined,
    onClose: isChosen ? close : undefined,
  })
  return { wide, open, close }
}
