import { useEffect } from 'react'
import { markSeen, useNewestCallbacks, useSeen } from './newest'
import { unseenText } from './unseen'

/** Draws nothing: says how many callbacks nobody has looked at in this browser. */
export function UnseenCount({
  isLooking,
  onCount,
}: {
  isLooking: boolean
  onCount: (unseen: string | undefined) => void
}) {
  const newest = useNewestCallbacks()
  const seen = useSeen()
  const newestId = newest.data && (newest.data[0]?.id ?? 0)

  useEffect(() => {
    if (newestId === undefined || seen === undefined) return
    // Nothing is new at a first look; and ids that run backwards mean another database.
    if (seen === null || seen > newestId || isLooking) markSeen(newestId)
  }, [newestId, seen, isLooking])

  const unseen = unseenText(newest.data ?? [], seen)
  useEffect(() => onCount(unseen), [onCount, unseen])
  return null
}
