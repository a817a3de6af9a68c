import 'server-only'
import { z } from 'zod'
import type { HttpResult } from '@/lib/http/types'
import { Refusal } from '@/lib/refusal'
import { understand } from '@/lib/systems'
import { kindExamples } from '@/lib/systems/callbacks'
import type { Actor, Deps } from '../deps'
import { recordAudit } from '../people/record-audit'
import { requireRole } from '../people/require-role'
import type { CallbackTestInput } from './fields'
import { patienceMs } from './judge-answer'
import { type Variant, variantsOf } from './variants'

const timeoutMs = 2 * patienceMs
/** Whoever answers later has probably worked before answering. */
const promptMs = 2_000

const probedCase = z.object({
  id: z.string(),
  title: z.string(),
  rule: z.string(),
  result: z.enum(['good', 'risky', 'bad']),
  seen: z.string().describe('What the receiver did.'),
  body: z.string().describe('What was sent.'),
})
type ProbedCase = z.infer<typeof probedCase>

export const receiverProbe = z
  .object({
    url: z.string(),
    kind: z.string(),
    at: z.int().describe('Epoch milliseconds.'),
    cases: z.array(probedCase),
  })
  .meta({
    id: 'ReceiverProbe',
    description: 'How a receiver takes one payment in the ways in which it may come.',
  })
export type ReceiverProbe = z.infer<typeof receiverProbe>

/** Sends the variants of one payment, one after the other, and grades each by what came back. */
export const probeReceiver = async (
  deps: Deps,
  actor: Actor,
  { url, kind, body }: CallbackTestInput,
): Promise<ReceiverProbe> => {
  requireRole(actor, 'member')
  const example = kindExamples.get(kind)
  if (!example) {
    throw new Refusal('invalid', 'There is no such kind of callback.', { kind: ['Choose one of the list.'] })
  }
  const text = body ?? example.body
  const at = deps.clock()
  const meaning = understand({
    method: 'POST',
    path: new URL(url).pathname,
    query: '',
    headers: [['Content-Type', example.contentType]],
    body: Buffer.from(text),
    remoteAddress: '',
  })
  const send = (variant: Variant) =>
    deps.http.send({
      method: 'POST',
      url,
      headers: [
        ['Content-Type', example.contentType],
        ['X-Jaribu-Test', `${kind} ${variant.id}`],
      ],
      body: variant.body,
      timeoutMs,
    })
  const cases: ProbedCase[] = []
  for (const variant of variantsOf(text, meaning, { seed: deps.ids.next(), now: at })) {
    const sent = await send(variant)
    // Whoever fails once may take it the second time; a provider that repeats would see that.
    const again = sent.kind === 'answered' && sent.status >= 500 ? await send(variant) : undefined
    cases.push(graded(variant, sent, again))
    // Nobody is there: the others would say the same.
    if (sent.kind === 'unreachable' && sent.cause !== 'timeout') break
  }
  recordAudit(deps, actor, 'probed a receiver', `${kind} to ${url}`)
  return { url, kind, at, cases }
}

const isTaken = (sent: HttpResult): boolean =>
  sent.kind === 'answered' && sent.status >= 200 && sent.status < 300

const seenOf = (sent: HttpResult): string =>
  sent.kind === 'answered' ? `HTTP ${sent.status} after ${Math.round(sent.ms)} ms.` : sent.detail

const graded = (variant: Variant, sent: HttpResult, again: HttpResult | undefined): ProbedCase => {
  const seen = [
    seenOf(sent),
    again && (isTaken(again) ? `Sent again, it was taken: ${seenOf(again)}` : `Sent again: ${seenOf(again)}`),
    variant.id === 'repeat' &&
      isTaken(sent) &&
      'Look in your own books that it counted once: that cannot be seen from here.',
    isTaken(sent) && sent.ms > promptMs && 'So late, it seems to work before it answers.',
  ]
  const isPrompt = isTaken(sent) && sent.ms <= promptMs
  const isLate = isTaken(sent) && sent.ms <= patienceMs
  return {
    ...variant,
    result: isPrompt ? 'good' : isLate || (again && isTaken(again)) ? 'risky' : 'bad',
    seen: seen.filter(Boolean).join(' '),
  }
}
