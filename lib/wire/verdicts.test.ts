import { expect, test } from 'vitest'
import { isInGroup, type Verdict, type VerdictGroup, verdictGroups, verdicts } from './verdicts'

const members: Record<VerdictGroup, Verdict[]> = {
  succeeded: ['paid', 'done'],
  unsuccessful: ['failed', 'refused', 'timed-out', 'no-word', 'unreachable', 'unknown'],
  final: ['paid', 'done', 'failed', 'refused', 'timed-out', 'no-word', 'unreachable', 'unknown'],
}

test.each(verdictGroups)('%s takes its verdicts together, and never a pending one', (group) => {
  expect(verdicts.filter((verdict) => isInGroup(verdict, group))).toEqual(members[group])
})
