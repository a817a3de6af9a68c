import type { KeyboardEvent } from 'react'

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }
const alongside = { horizontal: /Right|Left/, vertical: /Up|Down/, both: /./ }

/** Arrows, Home and End move the focus among the parts of a group of which Tab stops at one; the part it came to. */
export const moveFocus = (
  event: KeyboardEvent<HTMLElement>,
  selector: string,
  orientation: keyof typeof alongside,
): HTMLElement | undefined => {
  const { key, currentTarget } = event
  const step = alongside[orientation].test(key) ? steps[key] : undefined
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return undefined
  if (step === undefined && key !== 'Home' && key !== 'End') return undefined
  const parts = [...currentTarget.querySelectorAll<HTMLElement>(`${selector}:not(:disabled)`)]
  const { activeElement } = document
  const at = activeElement instanceof HTMLElement ? parts.indexOf(activeElement) : -1
  if (at < 0) return undefined
  event.preventDefault()
  const next = parts.at(step === undefined ? (key === 'Home' ? 0 : -1) : (at + step) % parts.length)
  next?.focus()
  return next
}
