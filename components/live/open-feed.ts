import { browserChannel, browserLocks, browserTimers, openBrowserSource } from './browser'
import { createFeed, type Feed } from './feed'

/** The feed of this tab. */
export const openFeed = (
  told: Pick<Parameters<typeof createFeed>[0], 'after' | 'onEvent' | 'onState'>,
): Feed =>
  createFeed({
    tab: crypto.getRandomValues(new Uint32Array(2)).join('-'),
    openSource: openBrowserSource,
    locks: browserLocks(),
    channel: browserChannel(),
    timers: browserTimers,
    ...told,
  })
