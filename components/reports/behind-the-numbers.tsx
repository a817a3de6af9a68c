'use client'
import { useCall } from '@/components/forms/use-call'
import { useQuery, useQueryClient } from '@/components/live/queries'
import { Button } from '@/components/ui/button'
import { Notice, Section } from '@/components/ui/layout'
import { type ApiAnswer, callApi } from '@/lib/api/client'

/** What is counted how, and a way to see for oneself that it adds up. */
export function BehindTheNumbers({ role }: { role: { canCheck: boolean; canRecompute: boolean } }) {
  const queries = useQueryClient()
  const check = useCall(() => callApi('GET /reports/check'))
  const recompute = useCall(
    () => callApi('POST /reports/recompute'),
    () => {
      check.forget()
      void queries.invalidateQueries({ queryKey: ['reports'] })
    },
  )
  const isRunning = check.isPending || recompute.isPending
  const progress = useQuery({
    queryKey: ['report-progress'],
    queryFn: () => callApi('GET /reports/progress'),
    enabled: isRunning,
    refetchInterval: 500,
  })
  const running = isRunning ? progress.data?.running : undefined
  const result = recompute.data ?? check.data
  const error = recompute.error ?? check.error
  return (
    <Section title="How these numbers are made" className="break-inside-avoid">
      <ul className="max-w-3xl list-disc space-y-1 pl-5 text-ink-muted text-sm">
        <li>
          Runs are summed up as they arrive, by the hour in which they were sent, in UTC. The days of a market
          begin where its own clock says.
        </li>
        <li>
          The success rate is the share of paid and done among runs with a final verdict. Pending runs are
          counted apart.
        </li>
        <li>
          Amounts of different currencies, and of simulated and real money, are never added up. In and out
          are.
        </li>
        <li>
          Times are counted by value: exact below one second, to three significant digits above. A percentile
          is a time that really occurred (nearest rank).
        </li>
        <li>
          An application is told by a fingerprint of its key; runs from before keys were kept have none. A run
          that is deleted leaves these numbers too.
        </li>
      </ul>
      {role.canCheck && (
        <div className="flex flex-wrap items-center gap-3 pt-3 print:hidden">
          <Button disabled={isRunning} onClick={() => check.run()}>
            {check.isPending ? 'Adding up…' : 'Check against all runs'}
          </Button>
          {role.canRecompute && (
            <Button variant="ghost" disabled={isRunning} onClick={() => recompute.run()}>
              {recompute.isPending ? 'Computing…' : 'Compute again'}
            </Button>
          )}
          <p role="status" className="text-sm">
            {running &&
              `${running.done.toLocaleString('en')} of ${running.of.toLocaleString('en')} hours added up.`}
            {!isRunning && result && outcomeOf(result)}
          </p>
        </div>
      )}
      {error && (
        <Notice tone="bad" className="mt-3" title="That did not work">
          {error.message}
        </Notice>
      )}
    </Section>
  )
}

const outcomeOf = ({ isExact, rollups, timings, busyHours }: ApiAnswer<'GET /reports/check'>): string => {
  const differing = rollups + timings
  if (differing > 0)
    return `${differing.toLocaleString('en')} sums differ from the runs. An owner can compute them again.`
  if (isExact) return 'Exact: all runs add up to these sums.'
  return `All runs add up, but ${busyHours === 1 ? 'one hour was' : `${busyHours} hours were`} changing all the while: ask again when less is sent.`
}
