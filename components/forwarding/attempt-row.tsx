import type { ReactNode } from 'react'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Code } from '@/components/ui/code'
import { Time } from '@/components/ui/time'
import type { AttemptView } from '@/lib/workspace/forward/fields'
import { endWords, stateWords } from './words'

const badgeTones: Record<AttemptView['state'], BadgeTone> = {
  waiting: 'pending',
  sending: 'pending',
  taken: 'good',
  failed: 'timed-out',
  dead: 'failed',
  cancelled: 'neutral',
}

/** One try: where it went, how it ended, and what the server said. */
export function AttemptRow({ attempt, children }: { attempt: AttemptView; children?: ReactNode }) {
  const { answer } = attempt
  return (
    <li className="flex flex-col gap-1 border-b py-2">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <Time at={attempt.finishedAt ?? attempt.dueAt} className="font-mono" />
        <Badge tone={badgeTones[attempt.state]}>{stateWords[attempt.state]}</Badge>
        <span className="font-medium">{attempt.purpose === 'replay' ? 'Replay' : 'Forward'}</span>
        <span className="min-w-0 break-all text-ink-muted">
          to {attempt.target === attempt.url ? attempt.url : `${attempt.target}, ${attempt.url}`}
        </span>
        {attempt.tryNumber > 1 && <span className="text-ink-muted">try {attempt.tryNumber}</span>}
        {children}
      </p>
      <p className="break-words text-sm">
        {[endWords(attempt), attempt.changes].filter(Boolean).join(' ')}
        {attempt.purpose === 'replay' && <span className="text-ink-muted"> By {attempt.startedBy}.</span>}
      </p>
      {answer && (
        <details>
          <summary className="w-fit cursor-pointer text-accent text-sm">Its answer</summary>
          <div className="mt-1">
            <Code
              wrap
              label="Copy the answer"
              text={[...answer.headers.map(([name, value]) => `${name}: ${value}`), '', answer.body].join(
                '\n',
              )}
            />
          </div>
        </details>
      )}
    </li>
  )
}
