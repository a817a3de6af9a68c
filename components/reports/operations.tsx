import Link from 'next/link'
import { Table, Td, Th } from '@/components/ui/table'
import { environmentKindWords } from '@/lib/wire/environment-kinds'
import type { ReportView } from '@/lib/workspace/reports/views'
import { type Query, reportHref, runsBehind } from './address'
import { ShareBar } from './chart'
import { NumberLink } from './number-link'
import { countText, msText, paidText, rateText } from './words'

/** One row an operation; its name narrows the report to it. */
export function Operations({ report, query }: { report: ReportView; query: Query }) {
  const { comparison, totals } = report
  const hasKinds = report.kinds.length > 1
  return (
    <Table aria-label="By operation">
      <thead>
        <tr>
          <Th>Operation</Th>
          <Th className="text-right">Runs</Th>
          <Th className="w-1/8 max-sm:hidden">
            <span className="sr-only">Share of all runs, drawn</span>
          </Th>
          {comparison && <Th className="text-right max-sm:hidden">Compared</Th>}
          <Th className="text-right">Success rate</Th>
          <Th className="text-right max-md:hidden">Paid</Th>
          <Th className="text-right max-lg:hidden">Acknowledged, median</Th>
          <Th className="text-right max-lg:hidden">95 %</Th>
          <Th className="text-right max-lg:hidden">Result, median</Th>
          <Th className="pr-0 text-right max-lg:hidden">95 %</Th>
        </tr>
      </thead>
      <tbody>
        {report.operations.map((row) => (
          <tr key={row.operation}>
            <th scope="row" className="border-b py-1.5 pr-4 text-left align-top font-normal">
              <Link
                href={reportHref(query, { operation: row.operation })}
                prefetch={false}
                className="underline-offset-3 hover:underline"
              >
                {row.title}
              </Link>
              <span className="block text-ink-muted text-sm">{row.system}</span>
            </th>
            <Td className="text-right">
              <NumberLink
                count={row.runs}
                href={runsBehind(report, { operation: row.operation })}
                of={`runs of ${row.title}`}
              />
            </Td>
            <Td className="pt-3 max-sm:hidden">
              <ShareBar share={row.runs / totals.runs} look="accent" />
            </Td>
            {comparison && (
              <Td className="text-right text-ink-muted max-sm:hidden">
                {countText(
                  comparison.operations.find(({ operation }) => operation === row.operation)?.runs ?? 0,
                )}
              </Td>
            )}
            <Td className="whitespace-nowrap text-right">{rateText(row.successRate)}</Td>
            <Td className="whitespace-nowrap text-right max-md:hidden">
              {row.amounts.length === 0
                ? '–'
                : row.amounts.map((amount) => (
                    <span key={`${amount.kind}${amount.currency}`} className="block">
                      {paidText(amount)}
                      {hasKinds && (
                        <span className="text-ink-muted text-sm"> {environmentKindWords[amount.kind]}</span>
                      )}
                    </span>
                  ))}
            </Td>
            <Td className="whitespace-nowrap text-right max-lg:hidden">{msText(row.timings.answer.p50)}</Td>
            <Td className="whitespace-nowrap text-right max-lg:hidden">{msText(row.timings.answer.p95)}</Td>
            <Td className="whitespace-nowrap text-right max-lg:hidden">{msText(row.timings.result.p50)}</Td>
            <Td className="whitespace-nowrap pr-0 text-right max-lg:hidden">
              {msText(row.timings.result.p95)}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
