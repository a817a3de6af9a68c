import type { CaseView, JobView, SheetView } from '@/lib/workspace/go-live/views'
import { isActive } from './words'

type Running = { environment: Pick<SheetView['environment'], 'kind'>; job: Pick<JobView, 'state'> | null }

/** Why a case cannot be run now; null when it can. */
export const whyNotRun = ({ environment, job }: Running, each: Pick<CaseView, 'play'>): string | null => {
  if (environment.kind === 'production')
    return 'Nothing is run against production from a sheet. Send it yourself: the run fills this case.'
  if (isActive(job)) return 'Other cases are being run: wait for them, or stop them.'
  return each.play.isPossible ? null : (each.play.why ?? 'Software cannot do this one here.')
}

/** The provider's own sandbox is shared and slow: before many calls there, somebody is asked. */
export const asksFirst = ({ environment }: Running, cases: number): boolean =>
  environment.kind !== 'local' && cases > 1
