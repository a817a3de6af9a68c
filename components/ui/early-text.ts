import { type Ref, type RefCallback, useCallback, useEffect, useLayoutEffect, useRef } from 'react'

type TextBox = HTMLInputElement | HTMLTextAreaElement

/**
 * A box whose value the screen holds: what was typed into it before the page listened is heard as if it were typed
 * now. Else it stands there until the next drawing puts the old value back, and something else is sent than was seen.
 */
export const useEarlyText = <Box extends TextBox>(
  value: unknown,
  ref: Ref<Box> | undefined,
): RefCallback<Box> => {
  const box = useRef<Box>(null)
  const began = useRef(value)
  const early = useRef<string>(undefined)
  useLayoutEffect(() => {
    if (box.current && box.current.value !== began.current) early.current = box.current.value
  }, [])
  useEffect(() => {
    const { current: drawn } = began
    const { current: typed } = early
    if (typeof drawn !== 'string' || typed === undefined) return
    // After the effects of what is around it: a form hears its fields from its own effects on.
    queueMicrotask(() => {
      if (box.current) hearTyped(box.current, { drawn, typed })
    })
  }, [])
  return useCallback(
    (element: Box | null) => {
      box.current = element
      if (typeof ref === 'function') return ref(element)
      if (ref) ref.current = element
      return undefined
    },
    [ref],
  )
}

const hearTyped = (box: TextBox, { drawn, typed }: { drawn: string; typed: string }): void => {
  const { value, selectionStart, selectionEnd } = box
  // What was typed since was heard.
  if (value !== typed && value !== drawn) return
  // React tells what was typed from what it set by its own setter on the element; the browser's tells it nothing.
  box.value = drawn
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')?.set?.call(box, typed)
  if (value === typed && document.activeElement === box) box.setSelectionRange(selectionStart, selectionEnd)
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
