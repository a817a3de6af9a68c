import { describe, expect, test } from 'vitest'
import { darajaOperations } from '@/lib/catalogue/daraja'
import { callback } from '@/lib/catalogue/daraja/callbacks'
import { g2Operations } from '@/lib/catalogue/g2'
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

describe('the sequence of an operation', () => {
  const stepsOf = (id: string) => {
    const operation = [...darajaOperations, ...g2Operations].find((each) => each.id === id)
    return operation ? stepsOfOperation(operation).map(({ id, label }) => `${id}: ${label}`) : []
  }

  test('draws the prompt and its result', () =>
    expect(stepsOf('daraja.stk-push')).toEqual([
      'request: POST …/processrequest',
      'acknowledgement: accepted',
      'prompt: prompt',
      'pin: PIN',
      'callback-stk-result: STK result → CallBackURL',
    ]))

  test.each(['daraja.b2b-express-checkout', 'daraja.ratiba-create', 'g2.checkout-confirm'])(
    'draws the prompt of %s',
    (id) => expect(stepsOf(id)).toContain('prompt: prompt'),
  )

  test('draws no prompt where nobody is asked, and each address once', () =>
    expect(stepsOf('daraja.b2c-v3').slice(2)).toEqual([
      'callback-result: Daraja result → ResultURL',
      'callback-queue-timeout: Queue timeout → QueueTimeOutURL',
    ]))

  test('draws the answer to a question, and to nothing else', () =>
    expect(stepsOf('g2.register-url').slice(2)).toEqual([
      'callback-c2b-validation: G2 C2B validation → ValidationURL',
      'answer-c2b-validation: accept or reject',
      'callback-c2b-confirmation: G2 C2B confirmation → ConfirmationURL',
    ]))

  test('draws nothing to accept or reject where a name is asked for', () => {
    const [operation] = darajaOperations
    if (!operation) throw new Error('There is no operation.')
    const callbacks = [callback('c2b-name-check', { to: 'your address' })]
    expect(stepsOfOperation({ ...operation, callbacks }).map(({ label }) => label)).toEqual([
      expect.any(String),
      'answer',
      'C2B name check → your address',
    ])
  })
})

test('nothing on the way to a known outcome stays pending', () => {
  const timeline = [entry({ tone: 'pending' }), entry({ tone: 'good' })]
  expect(settled({ verdict: 'pending', timeline }).map((each) => each.tone)).toEqual(['pending', 'good'])
  expect(settled({ verdict: 'paid', timeline }).map((each) => each.tone)).toEqual(['neutral', 'good'])
})
