import type { BadgeTone } from '@/components/ui/badge'
import type { CaseState, CaseView, JobView, SessionView, SheetCounts } from '@/lib/workspace/go-live/views'

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
    counts.formOnly > 0 && `${counts.formOnly} of them by form only`,
    counts.bySoftware > 0 && `${counts.bySoftware} by your software`,
    counts.notApplicable > 0 && `${counts.notApplicable} not applicable`,
  ]
    .filter(Boolean)
    .join(', ')

export const isActive = (job: Pick<JobView, 'state'> | null): boolean =>
  job !== null && (job.state === 'running' || job.state === 'paused')

/** A session that still waits, follows or could go on. */
export const isSessionOpen = (session: SessionView | null): boolean =>
  session !== null && !['stopped', 'complete', 'over'].includes(session.state)

export const sessionWords: Record<SessionView['state'], { badge: string; sentence: string }> = {
  waiting: { badge: 'waiting', sentence: 'Waiting for your app to do' },
  running: { badge: 'began', sentence: 'Your app began' },
  proven: { badge: 'proved', sentence: 'Your app proved' },
  complete: { badge: 'complete', sentence: 'Your app has proved all that a call of it can begin.' },
  paused: { badge: 'paused', sentence: 'Paused before' },
  stopped: { badge: 'ended', sentence: 'The session with your app is over.' },
  over: { badge: 'time is up', sentence: 'The time of the session with your app is up.' },
}

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
  /** Who made it happen, where runs decide. */
  by?: CaseView['by']
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
    return {
      kind,
      text: each.confidence === 'likely' ? 'likely' : '',
      at: deciding?.at ?? null,
      by: each.state === 'success' ? each.by : null,
    }
  }
  if (each.isFormOnly) return { kind: 'dash', text: 'by form only', at: null }
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
