import Link from 'next/link'
import { Notice } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import type { ApiAnswer } from '@/lib/api/client'
import { maskedSentence } from '../inbox/wording'

type Tried = ApiAnswer<'POST /inboxes/{name}/rules/try'>

const answerText = ({ isAnswered, answer }: Tried['met'][number]): string => {
  if (!isAnswered) return 'left to the next rule'
  if (!answer || answer.status === 0) return 'the connection ends'
  return `${answer.status} ${answer.body}`.trim()
}

/** What a rule would have done with the newest callbacks. */
export function TriedRule({ tried: { tried, met } }: { tried: Tried }) {
  if (tried === 0) {
    return <Notice title="This inbox has no callbacks yet to try it on" />
  }
  if (met.length === 0) {
    return <Notice tone="warn" title={`None of the newest ${tried} callbacks meets these conditions`} />
  }
  return (
    <section aria-label="Tried on stored callbacks" className="min-w-0">
      <p className="mb-2 text-ink-muted">
        {met.length} of the newest {tried} callbacks meet its conditions. This is what they would have got,
        counted from the oldest on:
      </p>
      <ol className="max-h-72 overflow-y-auto border-t" tabIndex={-1}>
        {met.toReversed().map((each) => (
          <li key={each.callback.id} className="flex flex-col gap-0.5 border-b py-1.5">
            <span className="flex min-w-0 gap-2 text-sm">
              <Link href={`/inbox/${each.callback.id}`} className="shrink-0 text-accent underline">
                <Time at={each.callback.receivedAt} className="font-mono" />
              </Link>
              <span className="truncate">
                {each.callback.kindTitle}: {maskedSentence(each.callback.sentence, each.callback.msisdn)}
              </span>
            </span>
            <code className="break-all text-ink-muted text-sm">{answerText(each)}</code>
          </li>
        ))}
      </ol>
    </section>
  )
}
