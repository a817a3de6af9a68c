import { Verdict } from '@/components/payments/verdict'
import { Table, Td, Th } from '@/components/ui/table'
import type { ReportView } from '@/lib/workspace/reports/views'
import { runsBehind } from './address'
import { type Look, ShareBar } from './chart'
import { NumberLink } from './number-link'
import { countText, rateText } from './words'

const looks: Partial<Record<string, Look>> = { paid: 'good', done: 'good', pending: 'pending' }

export function Verdicts({ report }: { report: ReportView }) {
  const { comparison } = report
  return (
    <Table aria-label="Verdicts">
      <thead>
        <tr>
          <Th>Verdict</Th>
          <Th className="text-right">Runs</Th>
          <Th className="text-right">Share</Th>
          <Th className="w-1/3">
            <span className="sr-only">Share, drawn</span>
          </Th>
          {comparison && <Th className="text-right">Compared</Th>}
        </tr>
      </thead>
      <tbody>
        {report.verdicts.map(({ verdict, runs, share }) => (
          <tr key={verdict}>
            <Td>
              <Verdict verdict={verdict} />
            </Td>
            <Td className="text-right">
              <NumberLink
                count={runs}
                href={runsBehind(report, { verdict })}
                of={`runs with verdict ${verdict}`}
              />
            </Td>
            <Td className="whitespace-nowrap text-right">{rateText(share)}</Td>
            <Td className="align-middle">
              <ShareBar share={share} look={looks[verdict] ?? 'bad'} />
            </Td>
            {comparison && (
              <Td className="text-right text-ink-muted">
                {countText(comparison.verdicts.find((each) => each.verdict === verdict)?.runs ?? 0)}
              </Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
