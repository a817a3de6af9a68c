import { findOperation } from '@/lib/systems'
import type { Attempt } from './recording'

/** What happened and what that means for the case. No phone numbers: everybody may read it. */
export const sentenceOf = (attempt: Attempt, says: 'proves' | 'contradicts' | 'part'): string => {
  const ending =
    says === 'proves' ? ', as expected.' : says === 'contradicts' ? ', against expectation.' : '.'
  const known = sentences.get(attempt) ?? told(attempt)
  sentences.set(attempt, known)
  return `${known}${ending}`
}

/** Many cases speak of one attempt. */
const sentences = new WeakMap<Attempt, string>()

const told = ({ run, callbacks, subject }: Attempt): string => {
  if (!run) {
    const kinds = callbacks.map(({ kind, answer }) =>
      kind === 'c2b-validation'
        ? `validation ${answer.status === 0 ? 'not answered' : isAccepted(answer.body.text) ? 'accepted' : 'turned down'}`
        : kind === 'c2b-confirmation'
          ? `confirmation answered with ${answer.status || 'nothing'}`
          : `${kind.replaceAll('-', ' ')} answered with ${answer.status || 'nothing'}`,
    )
    return `${subject.replace('receipt:', 'Receipt ')}: ${kinds.join(', ')}`
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

const isAccepted = (body: string) => /"?ResultCode"?\s*[:>]\s*"?0+["\s,}<]/.test(body)
