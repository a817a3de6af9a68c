import { useEffect, useRef } from 'react'

/**
 * Reads once for all that is heard within a moment, and hands on what was read. What was gathered for one question is
 * forgotten with it. A reading that fails is dropped: the next thing heard, or the stream's resync, reads again.
 */
export const useGathered = <Read>(
  asked: string,
  ms: number,
  read: (signal: AbortSignal) => Promise<Read>,
  arrive: (read: Read) => void,
): (() => void) => {
  const gathering = useRef<ReturnType<typeof setTimeout>>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was gathered for one question is no answer to the next
  useEffect(
    () => () => {
      clearTimeout(gathering.current)
      gathering.current = undefined
    },
    [asked],
  )
  return () => {
    gathering.current ??= setTimeout(() => {
      gathering.current = undefined
      read(new AbortController().signal).then(arrive, () => {})
    }, ms)
  }
}
