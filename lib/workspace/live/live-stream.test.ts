import { beforeEach, describe, expect, test } from 'vitest'
import { trimEvents } from '@/db/queries/events'
import { type TestDeps, testDeps } from '@/tests/deps'
import type { LiveEvent, Role } from '../views'
import { liveStream } from './live-stream'

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
