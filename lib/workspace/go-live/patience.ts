import 'server-only'
import type { Deps } from '../deps'
import { waitFor } from '../live/wait-for'

/** How a play waits. Tests move their own clock instead. */
export type Patience = {
  /** Looks each time something happens, until it is found or the seconds are over. */
  until<T>(seconds: number, look: () => T | undefined): Promise<T | undefined>
  /** Waits for work that may itself wait for the world: a call that is kept on the line. */
  during<T>(work: Promise<T>): Promise<T>
  pass(seconds: number): Promise<void>
}

/** The person stopped it. */
export class Stopped extends Error {
  constructor() {
    super('Stopped.')
    this.name = 'Stopped'
  }
}

/** With the clock of the wall and the live feed. */
export const realPatience = (deps: Deps, workspaceId: string, signal: AbortSignal): Patience => ({
  async until(seconds, look) {
    const found = await waitFor(deps, workspaceId, { ms: seconds * 1000, signal }, () => {
      const value = look()
      return { value, isFound: value !== undefined }
    })
    if (signal.aborted) throw new Stopped()
    return found
  },
  during: (work) => work,
  pass: (seconds) =>
    new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', stop)
      }
      const stop = () => {
        end()
        reject(new Stopped())
      }
      const timer = setTimeout(() => {
        end()
        resolve()
      }, seconds * 1000)
      signal.addEventListener('abort', stop)
      if (signal.aborted) stop()
    }),
})
