import Link from 'next/link'
import type { InboxAnswer } from './inbox-url'
import { ValidationAnswer } from './validation-answer'

/** What an inbox does with what it gets, and the way to its rules. */
export function AnswersBrief({
  name,
  answers,
  canChange,
}: {
  name: string
  answers: InboxAnswer[]
  canChange: boolean
}) {
  return (
    <>
      <p>
        Every method, path below this URL, and body up to 1 MB is kept byte for byte. It is on disk before the
        answer leaves. The answer is HTTP 200 with what M-Pesa expects for that kind of message.
      </p>
      <div className="mt-3">
        <ValidationAnswer inbox={name} canChange={canChange} />
        <p className="mt-2 flex flex-wrap gap-x-4">
          <Link href={`/inbox/answers/${encodeURIComponent(name)}`} className="text-accent underline">
            Rules of its answers
          </Link>
          <Link href={`/inbox/forwarding/${encodeURIComponent(name)}`} className="text-accent underline">
            Forward and send again
          </Link>
        </p>
      </div>
      <dl className="mt-3 flex flex-col gap-2 text-sm">
        {answers.map(({ to, body }) => (
          <div key={body}>
            <dt className="text-ink-muted">{to.join(', ')}</dt>
            <dd className="max-h-20 overflow-y-auto">
              <code className="whitespace-pre-wrap break-all text-sm">{body}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-ink-muted text-sm">
        Anything that it does not recognise is kept and answered just the same. Secret, sources and bounds are
        in the{' '}
        <Link href="/settings/inboxes" className="text-accent underline">
          settings
        </Link>
        .
      </p>
    </>
  )
}
