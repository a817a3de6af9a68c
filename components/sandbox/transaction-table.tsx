'use client'
import { Money } from '@/components/payments/money'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { CopyText } from '@/components/ui/copy'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { TransactionView } from '@/lib/workspace/world/views'

export const stateLooks: Record<TransactionView['state'], { tone: BadgeTone; words: string }> = {
  pending: { tone: 'pending', words: 'Pending' },
  completed: { tone: 'good', words: 'Completed' },
  failed: { tone: 'failed', words: 'Failed' },
  cancelled: { tone: 'refused', words: 'Cancelled' },
  reversed: { tone: 'timed-out', words: 'Reversed' },
}

/** Movements, newest first: what came in and what went out for one party, or what went from whom to whom. */
export function TransactionTable({
  transactions,
  party,
}: {
  transactions: TransactionView[]
  /** Absent: nobody's side is taken. */
  party?: string
}) {
  if (transactions.length === 0) {
    return <p className="text-ink-muted">No money has moved here since the world began.</p>
  }
  return (
    <Table>
      <thead>
        <tr>
          <Th className="max-sm:hidden">Time</Th>
          <Th className="max-sm:hidden">Kind</Th>
          <Th>{party === undefined ? 'From and to' : 'Other side'}</Th>
          <Th className="max-sm:hidden">Reference</Th>
          <Th className="text-right">Amount</Th>
          <Th>State</Th>
          <Th className="max-sm:hidden">Receipt</Th>
        </tr>
      </thead>
      <tbody>
        {transactions.map((each) => {
          const out = each.payer === party
          return (
            <tr key={each.id}>
              <Td className="whitespace-nowrap font-mono text-sm max-sm:hidden">
                <Time at={each.createdAt} show="date" />
              </Td>
              <Td className="max-sm:hidden">{each.kind}</Td>
              <Td>
                {party === undefined ? (
                  <>
                    <CopyText value={each.payer} label="Payer" /> to{' '}
                    <CopyText value={each.payee} label="Payee" />
                  </>
                ) : (
                  <>
                    {out ? 'to ' : 'from '}
                    <CopyText value={out ? each.payee : each.payer} label="Party" />
                    <span className="text-ink-muted"> {out ? each.payeeName : each.payerName}</span>
                  </>
                )}
                <span className="flex flex-wrap gap-x-2 text-sm sm:hidden">
                  <Time at={each.createdAt} show="date" className="font-mono text-ink-muted" />
                  {each.receipt && <CopyText value={each.receipt} label="Receipt" />}
                </span>
              </Td>
              <Td className="max-sm:hidden">
                {each.reference && <CopyText value={each.reference} label="Reference" />}
              </Td>
              <Td className="text-right">
                {party !== undefined && (out ? '−' : '+')}
                <Money cents={each.amountCents} currency={each.currency} />
              </Td>
              <Td>
                <Badge tone={stateLooks[each.state].tone}>{stateLooks[each.state].words}</Badge>
                {each.code && each.state !== 'completed' && (
                  <span className="ml-1 font-mono text-ink-muted text-sm">{each.code}</span>
                )}
              </Td>
              <Td className="max-sm:hidden">
                {each.receipt && <CopyText value={each.receipt} label="Receipt" />}
              </Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
