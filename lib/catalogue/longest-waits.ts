import type { LongestWait } from './types'

/** A prompt that lies on somebody's phone. */
export const promptWait: LongestWait = {
  seconds: 180,
  source: 'M-Pesa API tutorial: a prompt stays on a phone for one to three minutes.',
}

/** What the core is asked to do. */
export const resultWait: LongestWait = {
  seconds: 600,
  source:
    'No source names a longest wait. Captured results came within ten seconds; ten minutes leave room for a queue.',
}

/** A call that is answered later because its account is set so. */
export const asynchronousWait: LongestWait = {
  seconds: 300,
  source:
    'No source names a longest wait. Clients wait ninety seconds for a PIN; five minutes leave room for the rest.',
}

/** The confirmation of a payment that a customer starts. */
export const noticeWait: LongestWait = {
  seconds: 120,
  source:
    'A validation has about eight seconds for its answer, and the M-Pesa API tutorial saw notices within ten; two minutes leave room.',
}
