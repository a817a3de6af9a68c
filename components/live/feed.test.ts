import { describe, expect, test } from 'vitest'
import {
  backoffMs,
  type Channel,
  type ChannelMessage,
  createFeed,
  type Feed,
  type Locks,
  type NumberedEvent,
  type OpenSource,
  type Timers,
} from './feed'

/** One browser: a lock queue, a channel and a server whose streams the test drives by hand. */
const browser = () => {
  type Waiting = { held: (stolen: Promise<void>) => Promise<void>; done: () => void; gone: boolean }
  let holder: { steal: () => void } | undefined
  const queue: Waiting[] = []
  const grant = () => {
    if (holder) return
    const next = queue.shift()
    if (!next) return
    if (next.gone) return grant()
    let steal = () => {}
    const stolen = new Promise<void>((resolve) => {
      steal = resolve
    })
    const mine = { steal }
    holder = mine
    void next.held(stolen).then(() => {
      if (holder === mine) {
        holder = undefined
        grant()
      }
    })
  }
  const locks: Locks = {
    request: (held, { signal, steal }) => {
      const waiting: Waiting = { held, done: () => {}, gone: false }
      signal.addEventListener('abort', () => {
        waiting.gone = true
      })
      if (steal) {
        holder?.steal()
        holder = undefined
        queue.unshift(waiting)
      } else queue.push(waiting)
      grant()
    },
  }
  const ears = new Set<{ fn: (message: ChannelMessage) => void }>()
  const channel = (): Channel => {
    const ear = { fn: (_: ChannelMessage) => {} }
    ears.add(ear)
    return {
      post: (message) => {
        for (const other of [...ears]) if (other !== ear) other.fn(structuredClone(message))
      },
      listen: (fn) => {
        ear.fn = fn
      },
      close: () => ears.delete(ear),
    }
  }

  const log: NumberedEvent[] = []
  const streams = new Set<{ sent: number; on: Parameters<OpenSource>[1] }>()
  let opened = 0
  const flush = (stream: { sent: number; on: Parameters<OpenSource>[1] }) => {
    for (const event of log) {
      if (event.id <= stream.sent) continue
      stream.sent = event.id
      stream.on.event(event)
    }
  }
  const openSource: OpenSource = (after, on) => {
    opened++
    const stream = { sent: after ?? log.at(-1)?.id ?? 0, on }
    streams.add(stream)
    queueMicrotask(() => {
      if (!streams.has(stream)) return
      on.open()
      flush(stream)
    })
    return { close: () => streams.delete(stream) }
  }
  const happen = (id: number) => {
    log.push({ id, type: 'run-deleted', data: { id: `r${id}` } })
    for (const stream of [...streams]) flush(stream)
  }
  const resync = (id: number) => {
    for (const stream of [...streams]) stream.on.event({ id, type: 'resync', data: {} })
  }
  const cut = () => {
    for (const stream of [...streams]) {
      streams.delete(stream)
      stream.on.lost()
    }
  }

  let alarms: { ms: number; fn: () => void }[] = []
  const timers: Timers = {
    after: (ms, fn) => {
      const alarm = { ms, fn }
      alarms.push(alarm)
      return () => {
        alarms = alarms.filter((each) => each !== alarm)
      }
    },
    random: () => 0.5,
  }
  const ring = () => {
    const due = alarms
    alarms = []
    for (const alarm of due) alarm.fn()
  }

  const tab = (name: string, { after, alone = false }: { after?: number; alone?: boolean } = {}) => {
    const seen: number[] = []
    const resyncs: number[] = []
    const feed: Feed = createFeed({
      tab: name,
      after,
      openSource,
      locks: alone ? undefined : locks,
      channel: alone ? undefined : channel(),
      timers,
      onEvent: (event) => (event.type === 'resync' ? resyncs : seen).push(event.id),
      onState: () => {},
    })
    return { feed, seen, resyncs }
  }
  return {
    tab,
    happen,
    cut,
    resync,
    ring,
    openStreams: () => streams.size,
    opened: () => opened,
    waits: () => alarms.map((alarm) => alarm.ms),
    /** A tab that no longer runs: it hears nothing and says nothing. */
    freeze: (index: number) => {
      const ear = [...ears][index]
      if (ear) ears.delete(ear)
    },
  }
}

const settle = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

describe('one stream for all tabs', () => {
  test('the first tab opens the only stream and every tab hears every event once', async () => {
    const it = browser()
    const [a, b, c] = [it.tab('a', { after: 0 }), it.tab('b', { after: 0 }), it.tab('c', { after: 0 })]
    await settle()
    it.happen(1)
    it.happen(2)
    expect(it.openStreams()).toBe(1)
    expect([a.seen, b.seen, c.seen]).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ])
    expect([a.feed.state(), b.feed.state(), c.feed.state()]).toEqual(['live', 'live', 'live'])
  })

  test('when the leader closes, the next tab resumes where it was: nothing lost, nothing twice', async () => {
    const it = browser()
    const [a, b, c] = [it.tab('a', { after: 0 }), it.tab('b', { after: 0 }), it.tab('c', { after: 0 })]
    await settle()
    it.happen(1)
    a.feed.stop()
    it.happen(2)
    it.happen(3)
    await settle()
    it.happen(4)
    expect(it.openStreams()).toBe(1)
    expect(b.feed.isLeader()).toBe(true)
    expect(b.seen).toEqual([1, 2, 3, 4])
    expect(c.seen).toEqual([1, 2, 3, 4])
  })

  test('an event that the old leader passed on is not heard again from the new one', async () => {
    const it = browser()
    const [a, b] = [it.tab('a', { after: 0 }), it.tab('b', { after: 0 })]
    await settle()
    for (const id of [1, 2, 3]) it.happen(id)
    a.feed.stop()
    await settle()
    expect(b.seen).toEqual([1, 2, 3])
  })

  test('a tab that joins behind the leader gets what it has missed', async () => {
    const it = browser()
    it.tab('a', { after: 0 })
    await settle()
    for (const id of [1, 2, 3]) it.happen(id)
    const late = it.tab('late', { after: 1 })
    await settle()
    expect(late.seen).toEqual([2, 3])
  })

  test('a tab that joins further behind than the leader remembers is told to read again', async () => {
    const it = browser()
    it.tab('a', { after: 10 })
    await settle()
    it.happen(11)
    const late = it.tab('late', { after: 3 })
    await settle()
    expect(late.resyncs).toEqual([11])
    it.happen(12)
    expect(late.seen).toEqual([12])
  })

  test('a tab that comes without a number begins with what happens next', async () => {
    const it = browser()
    it.tab('a', { after: 0 })
    await settle()
    it.happen(1)
    const late = it.tab('late')
    await settle()
    it.happen(2)
    expect(late.seen).toEqual([2])
  })

  test('a leader that sleeps is replaced when another tab wakes and hears no answer', async () => {
    const it = browser()
    const a = it.tab('a', { after: 0 })
    const b = it.tab('b', { after: 0 })
    await settle()
    it.happen(1)
    it.freeze(0)
    it.happen(2)
    b.feed.wake()
    it.ring()
    await settle()
    expect(b.feed.isLeader()).toBe(true)
    expect(a.feed.isLeader()).toBe(false)
    expect(b.seen).toEqual([1, 2])
    expect(it.openStreams()).toBe(1)
  })
})

describe('a stream that breaks', () => {
  test('is opened again after a growing pause and resumes after the last event', async () => {
    const it = browser()
    const a = it.tab('a', { after: 0 })
    const b = it.tab('b', { after: 0 })
    await settle()
    it.happen(1)
    it.cut()
    it.happen(2)
    expect([a.feed.state(), b.feed.state()]).toEqual(['reconnecting', 'reconnecting'])
    expect(it.waits()).toEqual([250])
    it.ring()
    await settle()
    expect([a.seen, b.seen]).toEqual([
      [1, 2],
      [1, 2],
    ])
    expect([a.feed.state(), b.feed.state()]).toEqual(['live', 'live'])
  })

  test('opens at once when the machine wakes up', async () => {
    const it = browser()
    const a = it.tab('a', { after: 0 })
    await settle()
    it.cut()
    a.feed.wake()
    await settle()
    expect(a.feed.state()).toBe('live')
    expect(it.openStreams()).toBe(1)
  })

  test('tells every tab to read again when the server cannot replay, also with lower numbers', async () => {
    const it = browser()
    const a = it.tab('a', { after: 90 })
    const b = it.tab('b', { after: 90 })
    await settle()
    it.resync(4)
    it.happen(5)
    expect([a.resyncs, b.resyncs]).toEqual([[4], [4]])
  })

  test.each([
    [0, 250],
    [1, 500],
    [4, 4000],
    [9, 10_000],
    [200, 10_000],
  ])('waits after %i failures about %i ms', (attempt, ms) => {
    expect(backoffMs(attempt, 0.5)).toBe(ms)
  })
})

test('without locks or a channel a tab has its own stream', async () => {
  const it = browser()
  const a = it.tab('a', { after: 0, alone: true })
  const b = it.tab('b', { after: 0, alone: true })
  await settle()
  it.happen(1)
  expect(it.openStreams()).toBe(2)
  expect([a.seen, b.seen]).toEqual([[1], [1]])
  a.feed.stop()
  expect(it.openStreams()).toBe(1)
})
