import type { SystemId } from '@/lib/catalogue/types'
import { findOperation } from '@/lib/systems'
import { callbackEntry, kindTitle } from '@/lib/systems/callbacks'
import type { Attempt, RecordedCallback } from './recording'

/** What happened and what that means for the case. No phone numbers: everybody may read it. */
export const sentenceOf = (
  system: SystemId,
  attempt: Attempt,
  says: 'proves' | 'contradicts' | 'part',
): string => {
  const ending =
    says === 'proves' ? ', as expected.' : says === 'contradicts' ? ', against expectation.' : '.'
  const known = sentences.get(attempt) ?? happened(system, attempt)
  sentences.set(attempt, known)
  return `${known}${ending}`
}

/** Many cases speak of one attempt. */
const sentences = new WeakMap<Attempt, string>()

const happened = (system: SystemId, { run, callbacks, subject }: Attempt): string => {
  if (!run) {
    const notices = callbacks.map((callback) => noticed(system, callback))
    return `${subject.replace('receipt:', 'Receipt ')}: ${notices.join(', ')}`
  }
  const title = findOperation(run.operation)?.title ?? run.operation
  const code = run.code ? ` with ${run.code}` : ''
  if (run.unreachable) return `${title}: ${run.unreachable.replace(/[.\s]+$/, '')}`
  if (!run.response) return `${title}: not answered`
  if (run.verdict === 'open') return `${title} accepted${code}`
  if (run.verdict === 'success') return `${title} succeeded${code}`
  if (run.verdict === 'unclear') return `${title} answered ${run.response.status}, outcome not known`
  const description = run.description ? ` (${run.description.replace(/[.\s]+$/, '')})` : ''
  return callbacks.some((callback) => callback.code === run.code)
    ? `${title} failed${code}${description}`
    : `${title} refused${code}${description}`
}

const noticed = (system: SystemId, { kind, answer }: RecordedCallback): string => {
  const title = kindTitle(system, kind)
  if (callbackEntry(system, kind)?.asks !== 'validation') {
    return `${title} answered with ${answer.status || 'nothing'}`
  }
  if (answer.status === 0) return `${title} not answered`
  return `${title} ${isAccepted(answer.body.text) ? 'accepted' : 'turned down'}`
}

const isAccepted = (body: string) => /"?ResultCode"?\s*[:>]\s*"?0+["\s,}<]/.test(body)
