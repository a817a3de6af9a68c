import type { RunDetail } from '@/lib/workspace/views'
import { settled, stepsOfTimeline } from './sequence'
import { SequenceDiagram } from './sequence-diagram'

/** Who said what in a run, drawn from its timeline. */
export function RunSequence({ run }: { run: RunDetail }) {
  return (
    <SequenceDiagram
      steps={stepsOfTimeline(settled(run))}
      title="Sequence of this run"
      you={run.origin === 'software' ? 'Your software' : undefined}
    />
  )
}
