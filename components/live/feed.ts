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
  let leading = false
  let cancelPatience: (() => void) | undefined
  const memory = createMemory()

  const say = (next: FeedState) => {
    if (state === next) return
    state = next
    onState(next)
  }

  const take = (event: NumberedEvent): boolean => {
    if (event.type !== 'resync' && last !== undefined && event.id <= last) return false
    last = event.id
    onEvent(event)
    return true
  }

  const tellState = (to?: string) => channel?.post({ kind: 'state', to, state, last })

  const stream = createStream(openSource, timers, {
    open: () => {
      say('live')
      tellState()
    },
    event: (event) => {
      if (!take(event)) return
      memory.add(event)
      channel?.post({ kind: 'events', to: undefined, events: [event] })
    },
    lost: () => {
      say('reconnecting')
      tellState()
    },
  })
  const connect = () => stream.open(() => last)

  const candidate =
    locks &&
    createCandidate(locks, {
      lead: () => {
        leading = true
        cancelPatience?.()
        memory.begin(last)
        connect()
      },
      follow: () => {
        leading = false
        stream.close()
      },
      robbed: () => greet(),
    })

  /** Asks the leader for what was missed; one that stays silent is asleep. */
  const greet = () => {
    if (!channel || !candidate || leading || stopped) return
    channel.post({ kind: 'hello', from: tab, after: last })
    cancelPatience?.()
    cancelPatience = timers.after(patienceMs, () => candidate.stand(true))
  }

  /** What a leader says to a tab that has seen events up to `from`. */
  const welcome = (to: string, from: number | undefined) => {
    tellState(to)
    if (from === undefined || last === undefined || from === last) return
    channel?.post({ kind: 'events', to, events: memory.missed(from, last) })
  }

  const hear = (message: Exclude<ChannelMessage, { kind: 'hello' }>) => {
    if (leading || (message.to !== undefined && message.to !== tab)) return
    cancelPatience?.()
    if (message.kind === 'events') {
      for (const event of message.events) take(event)
    } else {
      last ??= message.last
      say(message.state)
    }
  }

  channel?.listen((message) => {
    if (stopped) return
    if (message.kind !== 'hello') hear(message)
    else if (leading) welcome(message.from, message.after)
  })

  if (candidate && channel) {
    candidate.stand()
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
      if (!leading && candidate && channel) greet()
      else if (!stream.isOpen()) connect()
    },
    stop: () => {
      stopped = true
      cancelPatience?.()
      candidate?.stop()
      stream.close()
      channel?.close()
    },
  }
}

/** What a leader passed on, oldest first, complete since a number that it knows. */
const createMemory = () => {
  let recent: NumberedEvent[] = []
  let completeSince: number | undefined
  const begin = (last: number | undefined) => {
    recent = []
    completeSince = last
  }
  return {
    begin,
    add: (event: NumberedEvent) => {
      if (event.type === 'resync') return begin(event.id)
      completeSince ??= event.id - 1
      recent.push(event)
      if (recent.length > remembered) completeSince = recent.shift()?.id
    },
    /** What came after `from`, up to `last`; where that is not known any more, the word to read all again. */
    missed: (from: number, last: number): NumberedEvent[] =>
      completeSince !== undefined && from >= completeSince && from < last
        ? recent.filter((event) => event.id > from)
        : [{ id: last, type: 'resync', data: {} }],
  }
}

/** One connection that opens again by itself, the later the oftener it was lost. */
const createStream = (
  openSource: OpenSource,
  timers: Timers,
  on: { open(): void; event(event: NumberedEvent): void; lost(): void },
) => {
  let source: Source | undefined
  let cancelRetry: (() => void) | undefined
  let attempt = 0
  const open = (after: () => number | undefined) => {
    cancelRetry?.()
    source?.close()
    const mine = openSource(after(), {
      open: () => {
        if (source !== mine) return
        attempt = 0
        on.open()
      },
      event: (event) => {
        if (source === mine) on.event(event)
      },
      lost: () => {
        if (source !== mine) return
        mine.close()
        source = undefined
        on.lost()
        cancelRetry = timers.after(backoffMs(attempt++, timers.random()), () => open(after))
      },
    })
    source = mine
  }
  const close = () => {
    cancelRetry?.()
    source?.close()
    source = undefined
  }
  return { open, close, isOpen: () => source !== undefined }
}

/** A tab that wants the one lock of its browser. */
const createCandidate = (locks: Locks, on: { lead(): void; follow(): void; robbed(): void }) => {
  const stopping = new AbortController()
  const { signal } = stopping
  let queued = false
  const stopped = () =>
    new Promise<false>((resolve) => {
      signal.addEventListener('abort', () => resolve(false), { once: true })
    })
  /** Queues for the lock; `steal` takes it from a leader that sleeps. */
  const stand = (steal = false) => {
    if (signal.aborted || (queued && !steal)) return
    if (!steal) queued = true
    const held = async (stolen: Promise<void>) => {
      if (!steal) queued = false
      if (signal.aborted) return
      on.lead()
      const wasStolen = await Promise.race([stopped(), stolen.then(() => true)])
      on.follow()
      if (!wasStolen || signal.aborted) return
      stand()
      on.robbed()
    }
    locks.request(held, { signal, steal })
  }
  return { stand, stop: () => stopping.abort() }
}
