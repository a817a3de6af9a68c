import type { LiveEvent } from '@/lib/workspace/views'
import type { Channel, ChannelMessage, Locks, NumberedEvent, OpenSource, Timers } from './feed'

const eventTypes = [
  'callback',
  'run',
  'run-deleted',
  'prompt',
  'environment',
  'token',
  'world',
  'sheet',
  'exchanges',
  'resync',
] as const satisfies LiveEvent['type'][]

/** The number in the name changes when tabs of an older build would not understand the messages. */
const sharedName = 'jaribu-live-1'

export const openBrowserSource: OpenSource = (after, on) => {
  const stream = new EventSource(after === undefined ? '/api/live' : `/api/live?after=${after}`)
  stream.onopen = () => on.open()
  stream.onerror = () => on.lost()
  for (const type of eventTypes) {
    stream.addEventListener(type, (message) => {
      const id = Number(message.lastEventId)
      if (!Number.isSafeInteger(id)) return
      on.event({ id, type, data: JSON.parse(message.data) } as NumberedEvent)
    })
  }
  return { close: () => stream.close() }
}

export const browserLocks = (): Locks | undefined => {
  if (!('locks' in navigator)) return undefined
  return {
    request: (held, { signal, steal = false }) => {
      let end = () => {}
      const ended = new Promise<void>((resolve) => {
        end = resolve
      })
      navigator.locks
        // A request that steals may carry no signal.
        .request(sharedName, steal ? { steal } : { signal }, () => held(ended))
        .catch((thrown: unknown) => {
          if (!(thrown instanceof DOMException && thrown.name === 'AbortError')) throw thrown
        })
        .finally(() => end())
    },
  }
}

export const browserChannel = (): Channel | undefined => {
  if (typeof BroadcastChannel === 'undefined') return undefined
  const channel = new BroadcastChannel(sharedName)
  return {
    post: (message) => channel.postMessage(message),
    listen: (fn) => {
      channel.onmessage = (event: MessageEvent<ChannelMessage>) => fn(event.data)
    },
    close: () => channel.close(),
  }
}

export const browserTimers: Timers = {
  after: (ms, fn) => {
    const timer = setTimeout(fn, ms)
    return () => clearTimeout(timer)
  },
  random: Math.random,
}
