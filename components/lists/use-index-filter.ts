import { anyText } from '@/components/address/address'
import { useAddress } from '@/components/address/use-address'
import { useTyped } from '@/components/ui/typed'

const names = { q: anyText }

/** Typing rests for so long before the address follows. */
const waitMs = 200

/** The text that narrows an index: at once on screen, a moment later in the address. */
export const useIndexFilter = () => {
  const { values, change } = useAddress(names)
  // Blanks alone ask for nothing.
  const { typed, setTyped, handOn } = useTyped(
    values.q,
    (q) => change({ q: q.trim() === '' ? '' : q }),
    waitMs,
  )
  return { text: typed, setText: setTyped, settle: () => handOn(typed), clear: () => handOn('') }
}

/** Whether every typed word is somewhere in a text. */
export const hasWords = (text: string, typed: string): boolean => {
  const known = text.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word))
}
