import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'

/** The input of a file: one that was chosen before the page listened counts as if it were chosen now. */
export const useEarlyFile = (
  onChosen: (input: HTMLInputElement) => void,
): RefObject<HTMLInputElement | null> => {
  const input = useRef<HTMLInputElement>(null)
  const chosen = useEffectEvent(onChosen)
  useEffect(() => {
    if (input.current?.files?.length) chosen(input.current)
  }, [])
  return input
}
