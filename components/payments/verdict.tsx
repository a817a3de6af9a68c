import { Ban, Check, CircleDashed, CircleHelp, CloudOff, MessageCircleOff, TimerOff, X } from 'lucide-react'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { type EnvironmentKind, environmentKindWords } from '@/lib/wire/environment-kinds'
import type { Verdict as VerdictName } from '@/lib/wire/verdicts'

export const verdictLooks: Record<VerdictName, { tone: BadgeTone; words: string; icon: typeof Check }> = {
  pending: { tone: 'pending', words: 'Pending', icon: CircleDashed },
  paid: { tone: 'good', words: 'Paid', icon: Check },
  done: { tone: 'good', words: 'Done', icon: Check },
  refused: { tone: 'refused', words: 'Refused', icon: Ban },
  failed: { tone: 'failed', words: 'Failed', icon: X },
  'timed-out': { tone: 'timed-out', words: 'Timed out', icon: TimerOff },
  'no-word': { tone: 'timed-out', words: 'No word', icon: MessageCircleOff },
  unreachable: { tone: 'unreachable', words: 'Unreachable', icon: CloudOff },
  unknown: { tone: 'neutral', words: 'Unknown', icon: CircleHelp },
}

/** What became of a run, as a word, a shape and a colour. */
export function Verdict({ verdict }: { verdict: VerdictName }) {
  const { tone, words, icon: Icon } = verdictLooks[verdict]
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {words}
    </Badge>
  )
}

/** Says whether money was real. */
export function KindBadge({ kind }: { kind: EnvironmentKind }) {
  return <Badge tone={kindTones[kind]}>{environmentKindWords[kind]}</Badge>
}

const kindTones: Record<EnvironmentKind, BadgeTone> = {
  local: 'simulated',
  sandbox: 'outline',
  production: 'production',
}
