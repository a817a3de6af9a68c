import type { Fault, FaultKind } from '@/lib/world/types'

export const faultWords: Record<FaultKind, { title: string; text: string }> = {
  code: {
    title: 'A code of the tables',
    text: 'The call ends with this code, as its own answer or in its result. Each code’s page names its id.',
  },
  slow: { title: 'Slow answer', text: 'The acknowledgement takes longer.' },
  'no-callback': { title: 'No callback', text: 'Accepted, then silence.' },
  'callback-first': { title: 'Callback first', text: 'The result is there before the acknowledgement.' },
  duplicate: { title: 'Duplicate callback', text: 'The same result twice.' },
  'out-of-order': {
    title: 'Out of order',
    text: 'A callback waits until the next one has overtaken it; 15 seconds when none comes.',
  },
  'result-and-timeout': {
    title: 'Result and timeout',
    text: 'The queue time-out comes first, then the result all the same. Calls with a QueueTimeOutURL only.',
  },
  'timeout-instead': {
    title: 'Timeout instead',
    text: 'Only the queue time-out comes: ask for the status before you repeat. G2 SOAP answers that it queued the request. Calls with a QueueTimeOutURL only.',
  },
  'http-500': { title: 'HTTP 500', text: 'The gateway fails.' },
  'html-200': { title: 'HTML with status 200', text: 'A page of a proxy in place of JSON.' },
  'spike-arrest': { title: 'Spike arrest', text: 'Too many requests at once.' },
  'expired-token': { title: 'Expired token', text: 'A token that was good a moment ago.' },
  truncated: { title: 'Truncated body', text: 'The answer breaks off.' },
  dropped: { title: 'Dropped connection', text: 'No answer at all.' },
}

export const titleOfFault = ({ kind, code }: Fault): string =>
  kind === 'code' && code !== undefined ? `Code ${code}` : faultWords[kind].title
