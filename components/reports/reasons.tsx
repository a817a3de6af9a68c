import Link from 'next/link'
import { Verdict } from '@/components/payments/verdict'
import { codePath } from '@/components/runs/code-path'
import { Badge } from '@/components/ui/badge'
import { Table, Td, Th } from '@/components/ui/table'
import { keyOfReason } from '@/lib/reports/figures'
import type { Reason } from '@/lib/reports/types'
import type { ReportView } from '@/lib/workspace/reports/views'
import { runsBehind } from './address'
import { ShareBar } from './chart'
import { NumberLink } from './number-link'
import { countText, rateText } from './words'

/** Codes that ended runs, the most frequent first, each with what to do about it. */
export function Reasons({ report, titleOf }: { report: ReportView; titleOf: (operation: string) => string }) {
  const { comparison, reasons } = report
  if (reasons.length === 0) return <p className="text-ink-muted">No run of this period was unsuccessful.</p>
  return (
    <Table aria-label="Why runs did not succeed">
      <thead>
        <tr>
          <Th>Code</Th>
          <Th>Meaning and cure</Th>
          <Th className="text-right">Runs</Th>
          <Th className="text-right max-sm:hidden">Share</Th>
          <Th className="w-1/6 max-sm:hidden">
            <span className="sr-only">Share, drawn</span>
          </Th>
          {comparison && <Th className="text-right">Compared</Th>}
        </tr>
      </thead>
      <tbody>
        {reasons.map((reason) => (
          <tr key={keyOfReason(reason)}>
            <Td>
              <Code reason={reason} />
            </Td>
            <Td className="max-w-prose">
              <Meaning reason={reason} titleOf={titleOf} />
            </Td>
            <Td className="text-right">
              <NumberLink
                count={reason.runs}
                href={runsBehind(report, {
                  verdict: reason.verdict,
                  code: reason.code,
                  system: reason.system,
                  ...(reason.operation && { operation: reason.operation }),
                })}
                of={`runs ended with ${reason.code ? `code ${reason.code}` : 'no code'}`}
              />
            </Td>
            <Td className="whitespace-nowrap text-right max-sm:hidden">{rateText(reason.share)}</Td>
            <Td className="pt-3 max-sm:hidden">
              <ShareBar share={reason.share} look="bad" />
            </Td>
            {comparison && (
              <Td className="text-right text-ink-muted">
                {countText(
                  comparison.reasons.find((each) => keyOfReason(each) === keyOfReason(reason))?.runs ?? 0,
                )}
              </Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Code({ reason: { code, verdict, meaning, system } }: { reason: Reason }) {
  return (
    <div className="flex flex-col items-start gap-1">
      {code === null ? (
        <span className="text-ink-muted">no code</span>
      ) : meaning ? (
        <Link
          href={codePath({ system: system as Parameters<typeof codePath>[0]['system'], id: meaning.id })}
          prefetch={false}
          className="break-all font-mono font-semibold underline-offset-3 hover:underline"
        >
          {code}
        </Link>
      ) : (
        <span className="break-all font-mono font-semibold">{code}</span>
      )}
      <Verdict verdict={verdict} />
    </div>
  )
}

function Meaning({
  reason: { code, verdict, meaning, operation },
  titleOf,
}: {
  reason: Reason
  titleOf: (operation: string) => string
}) {
  if (!meaning) {
    return (
      <p className="text-ink-muted">
        {code !== null
          ? 'No source that Jaribu knows explains this code. The runs have its words.'
          : verdict === 'unreachable'
            ? 'No answer came: the runs say whether it was the network, the time limit or a cancel.'
            : 'The answer had no code: the runs have its words.'}
      </p>
    )
  }
  return (
    <>
      <p>
        <span className="font-medium">{meaning.message}</span>{' '}
        {!meaning.confirmed && <Badge tone="outline">unconfirmed</Badge>}
      </p>
      {operation && <p className="text-ink-muted text-sm">{titleOf(operation)}</p>}
      {meaning.cure && <p className="text-ink-muted text-sm">{meaning.cure}</p>}
    </>
  )
}
