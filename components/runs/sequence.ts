import type { Operation } from '@/lib/catalogue/types'
import { duration } from '@/lib/duration'
import type { Lane, RunDetail, TimelineEntry } from '@/lib/workspace/views'

/** One message of a sequence diagram. */
export type Step = {
  id: string
  from: Lane
  to: Lane
  label: string
  tone: TimelineEntry['tone']
  /** Drawn broken: an answer, or something that has not happened yet. */
  dashed: boolean
}

type Arrow = {
  id: string
  /** Percent of the width. */
  x1: number
  x2: number
  /** Pixels from the top. */
  y: number
  /** A note on a single lane instead of a message between two. */
  still: boolean
  label: string
  labelX: number
  anchor: 'start' | 'middle' | 'end'
  tone: Step['tone']
  dashed: boolean
}

export type SequenceLayout = {
  lanes: { lane: Lane; title: string; x: number }[]
  arrows: Arrow[]
  height: number
}

const order: Lane[] = ['you', 'provider', 'phone', 'inbox']
const laneTitles: Record<Lane, string> = {
  you: 'You',
  provider: 'M-Pesa',
  phone: 'Phone',
  inbox: 'Inbox',
}

export const headHeight = 28
const rowHeight = 34

/**
 * Where everything goes. Lanes sit at percentages, rows at pixels, so that one layout serves every width.
 * A label starts at the side of its arrow that leaves more room for words.
 */
export const layOut = (steps: readonly Step[], you = laneTitles.you): SequenceLayout => {
  const used = order.filter(
    (lane) =>
      lane === 'provider' ||
      // A payment that a customer starts has no part for you; what has no steps yet will.
      (lane === 'you' && steps.every((step) => step.from !== 'phone' || step.id !== 'request')) ||
      steps.some((step) => step.from === lane || step.to === lane),
  )
  const width = 100 / used.length
  const xOf = new Map(used.map((lane, index) => [lane, width * (index + 0.5)]))
  const at = (lane: Lane) => xOf.get(lane) ?? 0
  const arrows = steps.map((step, index): Arrow => {
    const x1 = at(step.from)
    const x2 = at(step.to)
    const left = Math.min(x1, x2)
    const right = Math.max(x1, x2)
    const anchor = left <= 100 - right ? 'start' : 'end'
    return {
      id: step.id,
      x1,
      x2,
      y: headHeight + rowHeight * (index + 1) - 8,
      still: step.from === step.to,
      label: step.label,
      labelX: anchor === 'start' ? left : right,
      anchor,
      tone: step.tone,
      dashed: step.dashed,
    }
  })
  return {
    lanes: used.map((lane) => ({ lane, title: lane === 'you' ? you : laneTitles[lane], x: at(lane) })),
    arrows,
    height: headHeight + rowHeight * steps.length + 10,
  }
}

const short = (text: string, length = 40) => (text.length > length ? `${text.slice(0, length - 1)}…` : text)

/** The end of a path tells operations apart; what stands before it goes where the line is too long for it. */
const shortPath = (path: string, length = 26) => {
  if (path.length <= length) return path
  const last = path.replace(/\/$/, '').split('/').at(-1) ?? path
  return short(`…/${last}`, length)
}

/** Time since the first message, as a reader of a network panel expects it. */
const since = (ms: number) => `+${duration(ms)}`

/** Once the outcome is known nothing on the way to it is pending any more. */
export const settled = (run: Pick<RunDetail, 'timeline' | 'verdict'>): TimelineEntry[] =>
  run.verdict === 'pending'
    ? run.timeline
    : run.timeline.map((entry) => (entry.tone === 'pending' ? { ...entry, tone: 'neutral' } : entry))

/** The steps of a run that happened: one for each line of its timeline. */
export const stepsOfTimeline = (timeline: readonly TimelineEntry[]): Step[] => {
  const start = timeline[0]?.at ?? 0
  return timeline.map((entry, index) => {
    const what = entry.kind === 'callback' && entry.detail ? `${entry.title}: ${entry.detail}` : entry.title
    return {
      id: entry.id,
      from: entry.from,
      to: entry.to,
      label:
        index === 0 || entry.kind === 'waiting' ? short(what) : `${short(what)} ${since(entry.at - start)}`,
      tone: entry.tone,
      dashed: entry.kind === 'acknowledgement' || entry.kind === 'waiting' || entry.kind === 'unreachable',
    }
  })
}

/** What will happen when an operation is sent, from its entry alone. */
export const stepsOfOperation = (operation: Operation): Step[] => {
  if (operation.direction === 'inbound') {
    return [
      step('request', 'provider', 'inbox', `${operation.method} to your URL`),
      step('answer', 'inbox', 'provider', 'your answer', true),
    ]
  }
  const steps = [
    step('request', 'you', 'provider', `${operation.method} ${shortPath(operation.path)}`),
    step('acknowledgement', 'provider', 'you', operation.asynchronous ? 'accepted' : 'answer', true),
  ]
  if (operation.callbacks.some(({ isOfPrompt }) => isOfPrompt)) {
    steps.push(step('prompt', 'provider', 'phone', 'prompt'), step('pin', 'phone', 'provider', 'PIN', true))
  }
  // Whatever the outcome, one URL gets one call.
  const seen = new Set<string>()
  for (const callback of operation.callbacks) {
    if (seen.has(callback.to)) continue
    seen.add(callback.to)
    steps.push(step(`callback-${callback.kind}`, 'provider', 'inbox', `${callback.title} → ${callback.to}`))
    if (callback.asks === 'validation') {
      steps.push(step(`answer-${callback.kind}`, 'inbox', 'provider', 'accept or reject', true))
    }
  }
  return steps
}

const step = (id: string, from: Lane, to: Lane, label: string, dashed = false): Step => ({
  id,
  from,
  to,
  label,
  tone: 'neutral',
  dashed,
})
