import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { CheckResult, TreeNode } from '@/lib/guides/types'
import type { CheckReport } from '@/lib/workspace/guides/views'
import { Blocks } from './blocks'
import type { Lookup } from './lookup'
import { RichText } from './rich-text'
import type { Choice, Stop } from './way'

const looks = {
  fine: { tone: 'good', words: 'yes' },
  problem: { tone: 'failed', words: 'no' },
  unknown: { tone: 'pending', words: 'cannot tell' },
} as const satisfies Record<CheckResult, unknown>

const byHand: { result: CheckResult; label: string }[] = [
  { result: 'fine', label: 'Yes' },
  { result: 'problem', label: 'No' },
  { result: 'unknown', label: 'Cannot tell' },
]

type StopActions = {
  canTest: boolean
  /** It could be tested if a run were chosen. */
  needsSubject: boolean
  isTesting: boolean
  isBusy: boolean
  onTest: () => void
  onAnswer: (choice: Choice) => void
}

/** A question with its answer, one that waits for it, or an end. */
export function StopView({
  stop: { node, choice },
  report,
  lookup,
  onBack,
  ...actions
}: StopActions & {
  stop: Stop
  report: CheckReport | undefined
  lookup: Lookup
  onBack: () => void
}) {
  if (node.kind === 'end') return <End node={node} lookup={lookup} />
  return (
    <div className="min-w-0">
      <h2 className="flex flex-wrap items-center gap-2 font-medium">
        {node.title}
        {actions.isTesting ? (
          <Badge tone="pending">testing…</Badge>
        ) : (
          <Answered node={node} choice={choice} isByHand={!report} />
        )}
        {choice !== null && (
          <Button variant="link" size="inline" className="text-sm" onClick={onBack} disabled={actions.isBusy}>
            Answer again
          </Button>
        )}
      </h2>
      {choice === null ? (
        <>
          <p className="mt-0.5 max-w-3xl text-ink-muted text-sm">
            <RichText text={node.why} />
          </p>
          {node.kind === 'question' ? (
            <div className="mt-2 flex flex-wrap gap-2">
              {node.answers.map(({ label }, index) => (
                <Button key={label} onClick={() => actions.onAnswer(index)} disabled={actions.isBusy}>
                  {label}
                </Button>
              ))}
            </div>
          ) : (
            <CheckActions {...actions} />
          )}
        </>
      ) : (
        report && <Report report={report} />
      )}
    </div>
  )
}

function End({ node, lookup }: { node: Extract<TreeNode, { kind: 'end' }>; lookup: Lookup }) {
  return (
    <div className="min-w-0">
      <h2 className="mb-2 flex flex-wrap items-center gap-2 font-semibold text-base">
        {node.title}
        <Badge tone={node.isSolved ? 'good' : 'pending'}>
          {node.isSolved ? 'cause found' : 'still open'}
        </Badge>
      </h2>
      <Blocks blocks={node.blocks} lookup={lookup} />
    </div>
  )
}

function Answered({ node, choice, isByHand }: { node: TreeNode; choice: Choice | null; isByHand: boolean }) {
  if (typeof choice === 'string') {
    return (
      <Badge tone={looks[choice].tone}>
        {looks[choice].words}
        {isByHand && ', by hand'}
      </Badge>
    )
  }
  if (node.kind !== 'question' || choice === null) return null
  return <Badge tone="neutral">{node.answers[choice]?.label}</Badge>
}

function CheckActions({ canTest, needsSubject, isTesting, isBusy, onTest, onAnswer }: StopActions) {
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      {canTest && (
        <Button variant="primary" onClick={onTest} disabled={isBusy}>
          {isTesting ? 'Testing…' : 'Test it'}
        </Button>
      )}
      {needsSubject && (
        <span className="text-ink-muted text-sm">Choose a run to have this tested, or answer:</span>
      )}
      {byHand.map(({ result, label }) => (
        <Button
          key={result}
          variant={canTest ? 'ghost' : 'outline'}
          onClick={() => onAnswer(result)}
          disabled={isBusy}
        >
          {label}
        </Button>
      ))}
    </div>
  )
}

/** What was tested and found. */
function Report({ report }: { report: CheckReport }) {
  return (
    <div className="mt-1 max-w-3xl text-sm">
      <p className="text-ink-muted">{report.tested}</p>
      <ul className="mt-0.5">
        {report.found.map((line) => (
          <li key={line} className="wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
      {report.links.length > 0 && (
        <p className="mt-0.5 flex flex-wrap gap-x-3">
          {report.links.map(({ label, path }) => (
            <Link key={path} href={path} className="text-accent underline underline-offset-3">
              {label}
            </Link>
          ))}
        </p>
      )}
    </div>
  )
}
