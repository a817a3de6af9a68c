import Link from 'next/link'
import { Section } from '@/components/ui/layout'
import type { ReportView } from '@/lib/workspace/reports/views'
import { type Query, runsBehind } from './address'
import { Operations } from './operations'
import { Reasons } from './reasons'
import { TimeCharts, TimesTable } from './times'
import { runsText } from './words'

/** What a report says below its summary and its charts. */
export function MoreNumbers({
  report,
  query,
  titleOf,
}: {
  report: ReportView
  query: Query
  titleOf: (operation: string) => string
}) {
  return (
    <>
      <Section
        title="Why runs did not succeed"
        description={
          report.totals.unsuccessful > 0 ? (
            <>
              {runsText(report.totals.unsuccessful)} with a final verdict other than paid or done.{' '}
              <Link
                href={runsBehind(report, { outcome: 'unsuccessful' })}
                prefetch={false}
                className="underline underline-offset-3"
              >
                Show them
              </Link>
            </>
          ) : undefined
        }
      >
        <Reasons report={report} titleOf={titleOf} />
      </Section>
      <Section
        title="Times"
        description="To acknowledgement: from the request out to the answer at once. To result: from sending the run to the message that decided it, be it a callback, the answer of a query, or the answer at once where the provider keeps the line open."
      >
        <TimesTable report={report} />
        <div className="pt-4">
          <TimeCharts report={report} />
        </div>
      </Section>
      <Section title="By operation">
        <Operations report={report} query={query} />
      </Section>
    </>
  )
}
