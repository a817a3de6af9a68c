import { describe, expect, test } from 'vitest'
import { darajaOperations } from '@/lib/catalogue/daraja'
import type { TimelineEntry } from '@/lib/workspace/views'
import { layOut, settled, stepsOfOperation, stepsOfTimeline } from './sequence'

const entry = (over: Partial<TimelineEntry>): TimelineEntry => ({
  id: 'e',
  at: 1000,
  kind: 'request',
  from: 'you',
  to: 'provider',
  title: 'POST /x',
  detail: '',
  tone: 'neutral',
  code: null,
  explanation: null,
  callbackId: null,
  runId: null,
  flags: [],
  ...over,
})

describe('the layout of a sequence', () => {
  test('draws only the lanes that take part, and always the two that talk', () => {
    expect(layOut([]).lanes.map((lane) => lane.lane)).toEqual(['you', 'provider'])
    const steps = stepsOfTimeline([
      entry({}),
      entry({ id: 'c', kind: 'callback', from: 'provider', to: 'inbox' }),
    ])
    expect(layOut(steps).lanes.map((lane) => lane.lane)).toEqual(['you', 'provider', 'inbox'])
  })

  test('puts each message below the one before and inside the picture', () => {
    const { arrows, height } = layOut(
      stepsOfTimeline([entry({}), entry({ id: 'b' }), entry({ id: 'c', kind: 'waiting' })]),
    )
    const ys = arrows.map((arrow) => arrow.y)
    expect(ys).toEqual([...ys].sort((a, b) => a - b))
    expect(Math.max(...ys)).toBeLessThan(height)
  })

  test.each([
    ['provider', 'inbox', 'end'],
    ['you', 'provider', 'start'],
  ] as const)('starts the words from %s to %s where there is room', (from, to, anchor) => {
    const steps = stepsOfTimeline([
      entry({ from, to }),
      entry({ from: 'phone', to: 'phone' }),
      entry({ to: 'inbox' }),
    ])
    expect(layOut(steps).arrows[0]?.anchor).toBe(anchor)
  })

  test('says how long after the request a message came', () => {
    const [first, second] = stepsOfTimeline([
      entry({ at: 1000 }),
      entry({ id: 'a', at: 1041, kind: 'acknowledgement', title: 'Accepted' }),
    ])
    expect(first?.label).toBe('POST /x')
    expect(second?.label).toBe('Accepted +41 ms')
  })
})

describe.each(darajaOperations.map((operation) => [operation.id, operation] as const))(
  '%s',
  (_, operation) => {
    test('has a sequence that begins with a request and answers it', () => {
      const steps = stepsOfOperation(operation)
      expect(steps.length).toBeGreaterThanOrEqual(2)
      expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length)
    })
  },
)

test('nothing on the way to a known outcome stays pending', () => {
  const timeline = [entry({ tone: 'pending' }), entry({ tone: 'good' })]
  expect(settled({ verdict: 'pending', timeline }).map((each) => each.tone)).toEqual(['pending', 'good'])
  expect(settled({ verdict: 'paid', timeline }).map((each) => each.tone)).toEqual(['neutral', 'good'])
})
