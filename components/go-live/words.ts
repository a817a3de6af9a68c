import type { BadgeTone } from '@/components/ui/badge'
import type { CaseState, CaseView, JobView, SheetCounts } from '@/lib/workspace/go-live/views'

export const stateLooks: Record<CaseState, { words: string; tone: BadgeTone; actual: string }> = {
  success: { words: 'Success', tone: 'good', actual: 'Success' },
  fail: { words: 'Fail', tone: 'failed', actual: 'Fail' },
  empty: { words: 'To do', tone: 'neutral', actual: '' },
  'not-applicable': { words: 'Not applicable', tone: 'outline', actual: 'N/A' },
}

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

/** Cases that have to be filled: all but those that do not apply. */
export const wantedOf = (counts: SheetCounts) => counts.cases - counts.notApplicable

/** `41 of 61 filled, 3 contradict, 17 to do`. */
export const countWords = (counts: SheetCounts): string =>
  [
    `${counts.success} of ${wantedOf(counts)} filled`,
    counts.fail > 0 && `${counts.fail} contradict`,
    counts.empty > 0 && `${counts.empty} to do`,
    counts.notApplicable > 0 && `${counts.notApplicable} not applicable`,
  ]
    .filter(Boolean)
    .join(', ')

export const isActive = (job: Pick<JobView, 'state'> | null): boolean =>
  job !== null && (job.state === 'running' || job.state === 'paused')

/** What a job is about, in a few words. */
export const jobWords = (job: JobView): string => {
  const failed = job.failed > 0 ? `, ${job.failed} without evidence` : ''
  switch (job.state) {
    case 'running':
      return `Running ${Math.min(job.done + 1, job.total)} of ${job.total}${failed}`
    case 'paused':
      return `Paused after ${job.done} of ${job.total}${failed}`
    case 'done':
      return `Ran ${counted(job.total, 'case')}${failed}`
    case 'stopped':
      return `Stopped after ${job.done} of ${job.total}${failed}`
    case 'interrupted':
      return `Interrupted after ${job.done} of ${job.total}: Jaribu was stopped${failed}`
  }
}

export const jobTone: Record<JobView['state'], BadgeTone> = {
  running: 'pending',
  paused: 'pending',
  done: 'good',
  stopped: 'neutral',
  interrupted: 'timed-out',
}

export const jobStateWords: Record<JobView['state'], string> = {
  running: 'running',
  paused: 'paused',
  done: 'finished',
  stopped: 'stopped',
  interrupted: 'interrupted',
}

export type EvidenceMark = {
  kind: 'tick' | 'cross' | 'dash' | 'none'
  text: string
  /** Time of what decided it. */
  at: number | null
}

/** The narrow column of the sheet: what stands behind the cell, or what it waits for. */
export const evidenceMark = (each: CaseView): EvidenceMark => {
  if (each.state === 'not-applicable') {
    return { kind: 'none', text: `by ${each.override?.by ?? 'a person'}`, at: null }
  }
  if (each.state === 'success' || each.state === 'fail') {
    const kind = each.state === 'success' ? 'tick' : 'cross'
    if (each.decidedBy === 'person') {
      return { kind, text: `by ${each.override?.by ?? 'a person'}`, at: each.override?.at ?? null }
    }
    const says = each.state === 'success' ? 'proves' : 'contradicts'
    const deciding = each.evidence.find((evidence) => evidence.says === says) ?? each.evidence[0]
    return { kind, text: each.confidence === 'likely' ? 'likely' : '', at: deciding?.at ?? null }
  }
  if (each.evidence.some((evidence) => evidence.says === 'part')) {
    return { kind: 'dash', text: 'part of it', at: null }
  }
  if (each.kind === 'negative' && each.play.isPossible) {
    return { kind: 'dash', text: 'needs a negative run', at: null }
  }
  return { kind: 'none', text: each.play.isPossible ? '' : 'by hand', at: null }
}

/** Where a case comes from: a row of the provider's workbook, or our own. */
export const originWords = (each: Pick<CaseView, 'source' | 'sheet' | 'row'>): string =>
  each.source === 'sheet' && each.sheet !== null
    ? `Row ${each.row ?? '?'} of “${each.sheet}” in the provider’s workbook`
    : 'A case of Jaribu, not in the provider’s workbook'

export const likenessWords = (likeness: number): string => `${Math.round(likeness * 100)}% alike`

/** `17 cases`. */
export const casesWords = (count: number) => counted(count, 'case')
