import type { LiveEvent } from '@/lib/workspace/views'

/** An event with its number: numbers only grow, so a tab knows what it has seen. */
export type NumberedEvent = LiveEvent & { id: number }
export type FeedState = 'connecting' | 'live' | 'reconnecting'

/** An open stream to the server. */
type Source = { close(): void }
export type OpenSource = (
  after: number | undefined,
  on: { open(): void; event(event: NumberedEvent): void; lost(): void },
) => Source

/** The part of `BroadcastChannel` that the tabs of one browser need. */
export type Channel = {
  post(message: ChannelMessage): void
  listen(fn: (message: ChannelMessage) => void): void
  close(): void
}

/** The part of `navigator.locks`: runs `held` while this tab leads, until it resolves or the lock is stolen. */
export type Locks = {
  request(
    held: (stolen: Promise<void>) => Promise<void>,
    options: { signal: AbortSignal; steal?: boolean },
  ): void
}

export type ChannelMessage =
  /** A tab that joins or wakes: what it has seen. */
  | { kind: 'hello'; from: string; after: number | undefined }
  | { kind: 'events'; to: string | undefined; events: NumberedEvent[] }
  | { kind: 'state'; to: string | undefined; state: FeedState; last: number | undefined }

export type Timers = {
  /** Returns the canceller. */
  after(ms: number, fn: () => void): () => void
  /** From 0 up to 1: spreads the reconnects of many browsers. */
  random(): number
}

/** How many events a leader remembers for tabs that join or slept. */
const remembered = 500
/** A leader that does not answer a greeting within this time is asleep: another tab takes over. */
const patienceMs = 3000

export const backoffMs = (attempt: number, random: number): number =>
  Math.round(Math.min(10_000, 250 * 2 ** Math.min(attempt, 10)) * (0.75 + random / 2))

export type Feed = {
  state(): FeedState
  lastId(): number | undefined
  isLeader(): boolean
  /** After sleep or a network change: ask the leader, or connect again now. */
  wake(): void
  stop(): void
}

/**
 * One stream for all tabs of a browser. The tab that holds the lock leads: it owns the stream and passes events on. When
 * it goes, the next holder resumes after the last event that it saw itself, so a hand-over loses nothing; a tab drops
 * what it has seen, so nothing comes twice. Without locks or a channel every tab has its own stream.
 */
export const createFeed = ({
  tab,
  after,
  openSource,
  locks,
  channel,
  timers,
  onEvent,
  onState,
}: {
  /** Unique among the tabs. */
  tab: string
  /** Number of the newest event that the page already shows; undefined to begin with whatever comes. */
  after: number | undefined
  openSource: OpenSource
  locks: Locks | undefined
  channel: Channel | undefined
  timers: Timers
  onEvent: (event: NumberedEvent) => void
  onState: (state: FeedState) => void
}): Feed => {
  let last = after
  let state: FeedState = 'connecting'
  let stopped = false
  let source: Source | undefined
  let cancelRetry: (() => void) | undefined
  let cancelPatience: (() => void) | undefined
  let attempt = 0
  let leading = false
  let queued = false
  /** What a leader passed on, oldest first, complete since `completeSince`. */
  let recent: NumberedEvent[] = []
  let completeSince: number | undefined
  const stopping = new AbortController()

  const say = (next: FeedState) => {
    if (state === next) return
    state = next
    onState(next)
  }

  const take = (event: NumberedEvent): boolean => {
    if (event.type === 'resync') last = event.id
    else if (last !== undefined && event.id <= last) return false
    else last = event.id
    onEvent(event)
    return true
  }

  const remember = (event: NumberedEvent) => {
    if (event.type === 'resync') {
      recent = []
      completeSince = event.id
      return
    }
    completeSince ??= event.id - 1
    recent.push(event)
    if (recent.length > remembered) completeSince = recent.shift()?.id
  }

  const tellState = (to?: string) => channel?.post({ kind: 'state', to, state, last })

  const connect = () => {
    cancelRetry?.()
    source?.close()
    const mine = openSource(last, {
      open: () => {
        if (source !== mine) return
        attempt = 0
        say('live')
        tellState()
      },
      event: (event) => {
        if (source !== mine || !take(event)) return
        remember(event)
        channel?.post({ kind: 'events', to: undefined, events: [event] })
      },
      lost: () => {
        if (source !== mine) return
        mine.close()
        source = undefined
        say('reconnecting')
        tellState()
        cancelRetry = timers.after(backoffMs(attempt++, timers.random()), connect)
      },
    })
    source = mine
  }

  const lead = () => {
    leading = true
    cancelPatience?.()
    recent = []
    completeSince = last
    connect()
  }

  const follow = () => {
    leading = false
    cancelRetry?.()
    source?.close()
    source = undefined
  }

  const greet = () => {
    if (!channel || !locks || leading || stopped) return
    channel.post({ kind: 'hello', from: tab, after: last })
    cancelPatience?.()
    cancelPatience = timers.after(patienceMs, () => stand(true))
  }

  /** Queues for the lock; `steal` takes it from a leader that sleeps. */
  const stand = (steal = false) => {
    if (stopped || !locks || (queued && !steal)) return
    if (!steal) queued = true
    locks.request(
      async (stolen) => {
        if (!steal) queued = false
        if (stopped) return
        lead()
        const done = new Promise<void>((resolve) => {
          stopping.signal.addEventListener('abort', () => resolve(), { once: true })
        })
        const wasStolen = await Promise.race([done.then(() => false), stolen.then(() => true)])
        follow()
        if (wasStolen && !stopped) {
          stand()
          greet()
        }
      },
      { signal: stopping.signal, steal },
    )
  }

  channel?.listen((message) => {
    if (stopped) return
    if (message.kind === 'hello') {
      if (!leading) return
      tellState(message.from)
      const from = message.after
      if (from === undefined || last === undefined || from === last) return
      if (completeSince !== undefined && from >= completeSince && from < last) {
        channel.post({
          kind: 'events',
          to: message.from,
          events: recent.filter((event) => event.id > from),
        })
      } else {
        channel.post({
          kind: 'events',
          to: message.from,
          events: [{ id: last, type: 'resync', data: {} }],
        })
      }
      return
    }
    if (leading || (message.to !== undefined && message.to !== tab)) return
    cancelPatience?.()
    if (message.kind === 'events') {
      for (const event of message.events) take(event)
    } else {
      last ??= message.last
      say(message.state)
    }
  })

  if (locks && channel) {
    stand()
    greet()
  } else {
    connect()
  }

  return {
    state: () => state,
    lastId: () => last,
    isLeader: () => leading,
    wake: () => {
      if (stopped) return
      if (leading || !locks || !channel) {
        if (source === undefined) connect()
      } else greet()
    },
    stop: () => {
      stopped = true
      cancelRetry?.()
      cancelPatience?.()
      stopping.abort()
      source?.close()
      source = undefined
      channel?.close()
    },
  }
}
