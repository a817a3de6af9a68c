import { Check, Minus, X } from 'lucide-react'
import Link from 'next/link'
import { tryPath } from '@/components/runs/words'
import { CopyText } from '@/components/ui/copy'
import { Notice } from '@/components/ui/layout'
import { cn } from '@/lib/classes'
import type { ExchangeExplanation } from '@/lib/workspace/exchanges/views'

type Obstacle = ExchangeExplanation['obstacles'][number]

/** Why a call was refused, and what would have been accepted: the thing that decided, then what would have been next. */
export function Refusal({ explanation }: { explanation: ExchangeExplanation }) {
  const [first, ...next] = explanation.obstacles
  const { meant, reason } = explanation
  if (reason === null) return null
  return (
    <section aria-label="Why it was refused" className="flex flex-col gap-3">
      <div className="rounded border border-refused/40 bg-refused-soft px-3 py-2.5">
        <h3 className="font-semibold">{first?.problem ?? reason}</h3>
        {first && <Accepted obstacle={first} />}
        {meant && (
          <p className="mt-1.5 text-sm">
            <Link href={tryPath(meant.operation)} className="text-accent underline underline-offset-3">
              {meant.title}
            </Link>{' '}
            <span className="text-ink-muted">was probably meant.</span>
          </p>
        )}
      </div>
      {next.length > 0 && (
        <div>
          <h3 className="text-ink-muted text-sm">What would have stood in the way next</h3>
          <ul className="mt-1 flex flex-col gap-2">
            {next.map((obstacle) => (
              <li
                key={`${obstacle.field} ${obstacle.problem}`}
                className="border-line-strong/50 border-l-2 pl-3"
              >
                <p>{obstacle.problem}</p>
                <Accepted obstacle={obstacle} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

function Accepted({ obstacle }: { obstacle: Obstacle }) {
  const { accepted, sent, example } = obstacle
  return (
    <dl className="mt-1 grid grid-cols-[max-content_minmax(0,1fr)] wrap-anywhere gap-x-3 gap-y-0.5 text-sm">
      {sent !== undefined && (
        <>
          <dt className="text-ink-muted">Sent</dt>
          <dd className="font-mono">{sent}</dd>
        </>
      )}
      {accepted !== '' && (
        <>
          <dt className="text-ink-muted">Accepted</dt>
          <dd>{accepted}</dd>
        </>
      )}
      {example !== undefined && (
        <>
          <dt className="text-ink-muted">Example</dt>
          <dd>
            <CopyText value={example} max={80} label="Example" />
          </dd>
        </>
      )}
    </dl>
  )
}

const phaseLooks = {
  passed: { icon: Check, ink: 'text-good', words: 'passed' },
  refused: { icon: X, ink: 'text-refused', words: 'refused here' },
  'not-reached': { icon: Minus, ink: 'text-ink-faint', words: 'not reached' },
} as const

/** How far the call came. */
export function Phases({ phases }: { phases: ExchangeExplanation['phases'] }) {
  if (phases.length === 0) return null
  return (
    <ol aria-label="What was checked" className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {phases.map(({ phase, state, sentence }) => {
        const { icon: Icon, ink, words } = phaseLooks[state]
        return (
          <li
            key={phase}
            className={cn('flex items-center gap-1.5', state === 'not-reached' && 'text-ink-muted')}
          >
            <Icon className={cn('size-3.5', ink)} strokeWidth={2.5} aria-hidden />
            {sentence} <span className={state === 'refused' ? ink : 'sr-only'}>{words}</span>
          </li>
        )
      })}
    </ol>
  )
}

/** Names that the request has and nobody reads. */
export function Unread({ unread }: { unread: ExchangeExplanation['unread'] }) {
  if (unread.length === 0) return null
  return (
    <section aria-label="What nobody reads">
      <h3 className="text-ink-muted text-sm">In the request, and read by nobody</h3>
      <dl className="mt-1 grid grid-cols-[max-content_minmax(0,1fr)] wrap-anywhere gap-x-3 gap-y-0.5 text-sm">
        {unread.map(({ name, sentence }) => (
          <div key={name} className="contents">
            <dt className="font-mono">{name}</dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export function Remarks({ remarks, isRefused }: { remarks: string[]; isRefused: boolean }) {
  if (remarks.length === 0) return null
  return (
    <Notice
      title={isRefused ? 'What the sandbox remarks besides' : 'Accepted here; what the sandbox remarks'}
    >
      <ul className="list-disc pl-4">
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </Notice>
  )
}
