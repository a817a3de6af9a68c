import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { changeAddress } from '@/components/address/use-address'
import { stepFrom, useListKeys } from '@/components/lists/list-keys'
import { sheetNames } from './filters'

const linkOf = (id: string) =>
  document.querySelector<HTMLElement>(`[data-case="${CSS.escape(id)}"] [data-case-link]`)
const showRow = (link: HTMLElement | null | undefined) =>
  link?.closest('tr')?.scrollIntoView({ block: 'nearest' })

/** Opens and closes the case that the address names (empty: none), by click and by key, and moves view and focus. */
export const useChosenCase = ({
  chosen,
  shown,
  wide,
  search,
  pane,
}: {
  chosen: string
  /** Ids in the order of the table. */
  shown: readonly string[]
  /** Room for the case beside the table. */
  wide: boolean
  search: RefObject<HTMLInputElement | null>
  pane: RefObject<HTMLElement | null>
}) => {
  const isOpen = chosen !== ''
  /** The row that gets the focus back when its case is closed. */
  const returnTo = useRef('')
  const open = useCallback(
    (id: string) => changeAddress(sheetNames, { case: id }, isOpen ? 'replace' : 'push'),
    [isOpen],
  )
  const close = () => {
    returnTo.current = chosen
    changeAddress(sheetNames, { case: '' }, 'replace')
  }

  useListKeys({
    search,
    onStep: (step) => {
      const at = shown.indexOf(chosen)
      const focused = shown.findIndex((id) => linkOf(id)?.isSameNode(document.activeElement))
      const next = shown[stepFrom(shown.length, at >= 0 ? at : focused, step)]
      if (next === undefined) return
      // With nothing open the focus moves; with a case open the pane follows.
      if (at >= 0) open(next)
      const link = linkOf(next)
      link?.focus({ preventScroll: true })
      showRow(link)
    },
    onOpen: isOpen ? () => pane.current?.focus() : undefined,
    onClose: isOpen ? close : undefined,
  })

  // A case that the address names is brought into view, and on a phone its text is where reading begins.
  useEffect(() => {
    if (chosen === '') {
      if (returnTo.current !== '') linkOf(returnTo.current)?.focus()
      returnTo.current = ''
      return
    }
    if (wide) showRow(linkOf(chosen))
    else {
      window.scrollTo({ top: 0 })
      pane.current?.focus({ preventScroll: true })
    }
    pane.current?.scrollTo({ top: 0 })
  }, [chosen, wide, pane])

  return { open, close }
}
