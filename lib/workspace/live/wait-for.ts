import 'server-only'
import type { Deps } from '../deps'

/**
 * Reads again each time something is announced, until `read` finds it or the time is up; then what it read last. The
 * live feed wakes it, so nothing is polled.
 */
export const waitFor = <T>(
  deps: Deps,
  workspaceId: string,
  { ms, signal }: { ms: number; signal?: AbortSignal },
  read: () => { value: T; isFound: boolean },
): Promise<T> =>
  new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    let leave = () => {}
    const end = (settle: () => void) => {
      clearTimeout(timer)
      leave()
      signal?.removeEventListener('abort', stop)
      settle()
    }
    const look = (isLast: boolean) => {
      try {
        const { value, isFound } = read()
        if (isFound || isLast) end(() => resolve(value))
      } catch (error) {
        end(() => reject(error))
      }
    }
    const stop = () => look(true)
    leave = deps.live.subscribe(workspaceId, () => look(false))
    signal?.addEventListener('abort', stop)
    timer = setTimeout(stop, ms)
    look(ms <= 0 || signal?.aborted === true)
  })
