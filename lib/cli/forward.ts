import type { Callback } from './io'
import { bodyOf, headersToPass, targetFor } from './message'
import type { Place } from './place'

/** A provider waits no longer than this for an answer. */
const patienceMs = 8000

export type Forwarded = { target: string; ms: number } & (
  | { kind: 'answered'; status: number }
  | { kind: 'silent'; why: string }
)

/** Sends a callback on as it came. Never throws: that nobody answers is an answer too. */
export const forward = async (
  place: Place,
  callback: Callback,
  target: string,
  { signal, now }: { signal: AbortSignal; now: () => number },
): Promise<Forwarded> => {
  const began = now()
  const { method } = callback
  try {
    const body = await bodyOf(place, callback)
    const answer = await fetch(targetFor(target, callback), {
      method,
      headers: [...headersToPass(callback), ['x-jaribu-callback', String(callback.id)]],
      ...(method !== 'GET' && method !== 'HEAD' && { body }),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    })
    await answer.arrayBuffer()
    return { target, kind: 'answered', status: answer.status, ms: now() - began }
  } catch (thrown) {
    return { target, kind: 'silent', why: whySilent(thrown), ms: now() - began }
  }
}

/** Tells Jaribu what was answered, for teammates to see beside the callback. What was passed on stays that without it. */
export const noteForwarded = async (place: Place, callback: Callback, answer: Forwarded): Promise<void> => {
  const { target, ms } = answer
  await place
    .call('POST /callbacks/{id}/attempts', {
      path: { id: callback.id },
      body: {
        url: targetFor(target, callback),
        ms: Math.round(ms),
        ...(answer.kind === 'answered' ? { status: answer.status } : { failure: sentenceOf(answer.why) }),
      },
    })
    // A viewer's token may not, an older Jaribu cannot.
    .catch(() => {})
}

const sentenceOf = (why: string): string => `${why.charAt(0).toUpperCase()}${why.slice(1)}.`

const whySilent = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return 'failed'
  if (thrown.name === 'TimeoutError') return 'no answer within 8 s'
  const code = thrown.cause instanceof Error && 'code' in thrown.cause ? String(thrown.cause.code) : ''
  return (
    { ECONNREFUSED: 'nothing listens there', ENOTFOUND: 'the host has no address', ECONNRESET: 'hung up' }[
      code
    ] ??
    (code || thrown.message)
  )
}
