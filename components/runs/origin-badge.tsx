import { Badge } from '@/components/ui/badge'
import type { Origin } from '@/lib/wire/origins'

const words: Partial<Record<Origin, string>> = {
  software: 'your software',
  case: 'test case',
  customer: 'customer',
}

/** Who started a run, where that is neither a person at a form nor a script of ours. */
export function OriginBadge({ origin, className }: { origin: Origin; className?: string }) {
  const word = words[origin]
  return word ? (
    <Badge tone="outline" className={className}>
      {word}
    </Badge>
  ) : null
}
