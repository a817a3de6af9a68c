import { Check, Minus, X } from 'lucide-react'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CopyText, middleTruncate } from '@/components/ui/copy'
import { Time } from '@/components/ui/time'
import { cn } from '@/lib/classes'
import { byWords } from '@/lib/go-live/by-words'
import type { EvidenceView } from '@/lib/workspace/go-live/views'

const looks = {
  proves: { icon: Check, ink: 'text-good', words: 'proves it' },
  contradicts: { icon: X, ink: 'text-failed', words: 'contradicts it' },
  part: { icon: Minus, ink: 'text-pending', words: 'a part of it' },
} as const

/** What only appears so is not told as proved. */
const appears = { icon: Check, ink: 'text-pending', words: 'appears to prove it' } as const

const linkClasses = 'rounded-sm text-accent underline-offset-3 hover:underline'

/** One finding: a sentence, and the runs and callbacks it rests on. */
export function EvidenceItem({ evidence, onDetach }: { evidence: EvidenceView; onDetach?: () => void }) {
  const {
    icon: Icon,
    ink,
    words,
  } = evidence.says === 'proves' && evidence.confidence === 'likely' ? appears : looks[evidence.says]
  return (
    <li className="border-b py-2 first:border-t">
      <p className="flex gap-2">
        <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', ink)} strokeWidth={2.5} />
        <span className="min-w-0 break-words">{evidence.sentence}</span>
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-1 pl-6 text-ink-muted text-sm">
        <span className={ink}>{words}</span>
        <span className={evidence.by === 'software' ? 'font-medium text-ink' : undefined}>
          {byWords[evidence.by]}
        </span>
        {evidence.isOwnAnswer && <span>your own server answered</span>}
        <Time at={evidence.at} show="date" className="font-mono" />
        {evidence.isSimulated && <Badge tone="simulated">simulated</Badge>}
        {evidence.attachedBy && <span>attached by {evidence.attachedBy}</span>}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-1 pl-6 text-sm">
        {evidence.runIds.map((id) => (
          <span key={id} className="flex items-center gap-1.5">
            <Link href={`/history/${id}`} className={linkClasses}>
              run
            </Link>
            <CopyText
              value={id}
              shown={middleTruncate(id, 12)}
              label="Run id"
              className="text-ink-muted text-sm"
            />
          </span>
        ))}
        {evidence.callbackIds.map((id) => (
          <Link key={id} href={`/inbox/${id}`} className={linkClasses}>
            callback {id}
          </Link>
        ))}
        {onDetach && (
          <Button size="sm" variant="ghost" onClick={onDetach} className="ml-auto">
            Detach
          </Button>
        )}
      </p>
    </li>
  )
}
