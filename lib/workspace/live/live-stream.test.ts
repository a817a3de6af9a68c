import { beforeEach, describe, expect, test, vi } from 'vitest'
import { trimEvents } from '@/db/queries/events'
import { type TestDeps, testDeps } from '@/tests/deps'
import type { LiveEvent, Role } from '../views'
import { type LiveSink, liveStream, mostWaiting, openLive } from './live-stream'

let deps: TestDeps
let stop: AbortController
beforeEach(() => {
  deps = testDeps()
  stop = new AbortController()
  return () => stop.abort()
})

const event = (id: string): LiveEvent => ({ type: 'run-deleted', data: { id } })
const announce = (...ids: string[]) => {
  for (const id of ids) deps.live.announce(deps.workspaceId, event(id))
  deps.announced()
}

const open = (after?: number, role: Role = 'owner') => {
  const stream = liveStream(deps, deps.actor(role), {
    after,
    signal: stop.signal,
    isMember: async () => true,
  })
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let seen = ''
  return {
    /** All until the text is there. */
    until: async (text: string) => {
      while (!seen.includes(text)) {
        const { done, value } = await reader.read()
        if (done) break
        seen += decoder.decode(value)
      }
      return seen
    },
    end: async () => (await reader.read()).done,
  }
}

describe('a stream', () => {
  test('begins after what was there, and tells the number to resume from', async () => {
    announce('old')
    const stream = open()
    announce('new')
    const seen = await stream.until('"new"')
    expect(seen).toContain('id: 1\n\n')
    expect(seen).not.toContain('"old"')
    expect(seen).toContain('id: 2\nevent: run-deleted\ndata: {"id":"new"}\n\n')
  })

  test('replays what was missed, once and in order', async () => {
    announce('a', 'b', 'c')
    const seen = await open(1).until('"c"')
    expect(seen.match(/"[abc]"/g)).toEqual(['"b"', '"c"'])
  })

  test('asks for a reload when what was missed is gone', async () => {
    announce(...Array.from({ length: 20 }, (_, index) => `e${index}`))
    trimEvents(deps.db, 5)
    const seen = await open(3).until('resync')
    expect(seen).toContain('id: 20\nevent: resync')
    expect(seen).not.toContain('run-deleted')
  })

  test('asks for a reload when its number is of another database', async () => {
    announce('a')
    expect(await open(900).until('resync')).toContain('id: 1\nevent: resync')
  })

  test('tells nothing of another workspace', async () => {
    const stream = open()
    deps.live.announce('other', event('secret'))
    announce('mine')
    expect(await stream.until('"mine"')).not.toContain('secret')
  })

  test('masks phone numbers for a viewer', async () => {
    const stream = open(undefined, 'viewer')
    announce('254708374149')
    const seen = await stream.until('••••')
    expect(seen).toContain('2547••••4149')
    expect(seen).not.toContain('254708374149')
  })

  test('ends with its signal', async () => {
    const stream = open()
    await stream.until('retry')
    stop.abort()
    expect(await stream.end()).toBe(true)
  })
})

/** A connection that takes what it is given only when it is told to. */
const connection = () => {
  const held: Uint8Array[] = []
  const seen: Uint8Array[] = []
  const state = { ended: false, cut: false }
  const sink: LiveSink = {
    write: (bytes) => held.push(bytes),
    isFull: () => held.reduce((sum, bytes) => sum + bytes.length, 0) > mostWaiting,
    end: () => {
      state.ended = true
    },
    cut: () => {
      state.cut = true
    },
  }
  return {
    sink,
    state,
    held,
    take: () => {
      seen.push(...held.splice(0))
      return seen
    },
    ids: () =>
      Buffer.concat(seen)
        .toString()
        .match(/"id":"([^"]*)"/g)?.length ?? 0,
  }
}

const listen = (isMember = async () => true) => {
  const made = connection()
  const live = openLive(deps, deps.actor(), { after: 0, signal: stop.signal, isMember }, made.sink)
  return { ...made, live }
}

describe('many readers', () => {
  test('are handed the very same bytes', () => {
    const readers = Array.from({ length: 3 }, () => listen())
    for (const reader of readers) reader.take()
    announce('x', 'y')
    const [one, ...others] = readers.map(({ held }) => held)
    expect(one).toHaveLength(1)
    for (const other of others) expect(other[0]).toBe(one?.[0])
  })

  test('one that takes nothing holds a bounded amount, and reads the rest from the table', () => {
    const slow = listen()
    const quick = listen()
    const long = 'x'.repeat(10_000)
    for (let round = 0; round < 100; round += 1) {
      announce(`${round} ${long}`)
      quick.take()
    }
    expect(quick.ids()).toBe(100)
    const held = slow.held.reduce((sum, bytes) => sum + bytes.length, 0)
    expect(held).toBeLessThan(mostWaiting + 30_000)
    while (slow.held.length > 0) {
      slow.take()
      slow.live.drained()
    }
    expect(slow.ids()).toBe(100)
  })

  test('one that takes nothing from one heartbeat to the next is cut', () => {
    vi.useFakeTimers()
    try {
      const slow = listen()
      const quick = listen()
      announce('x'.repeat(mostWaiting))
      quick.take()
      vi.advanceTimersByTime(15_000)
      expect(slow.state.cut).toBe(false)
      vi.advanceTimersByTime(15_000)
      expect([slow.state.cut, quick.state.cut]).toEqual([true, false])
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('somebody who may not listen any more', () => {
  test('hears nothing after the people changed', async () => {
    let stays = true
    const reader = listen(async () => stays)
    deps.live.peopleChanged('other')
    deps.live.peopleChanged(deps.workspaceId)
    await Promise.resolve()
    expect(reader.state.ended).toBe(false)
    stays = false
    deps.live.peopleChanged(deps.workspaceId)
    await vi.waitFor(() => expect(reader.state.ended).toBe(true))
    const before = reader.held.length
    announce('after')
    expect(reader.held).toHaveLength(before)
  })
})
