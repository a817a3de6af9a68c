import 'server-only'

/** A commit waits for no more than so many, and no longer. */
const most = 64
const longestMs = 2

/**
 * Has what waits done together, in one commit, say: at the next turn of the event loop, or as long as each turn brings
 * more than the one before, a few turns later. Whoever is alone waits for nobody.
 */
export const onceGathered = (count: () => number, work: () => void): void => {
  const began = performance.now()
  const turn = (before: number) =>
    setImmediate(() => {
      const now = count()
      if (now > before && now < most && performance.now() - began < longestMs) turn(now)
      else work()
    })
  turn(count())
}
