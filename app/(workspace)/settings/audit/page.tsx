import type { Metadata } from 'next'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { EmptyState, Section } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { requireMember } from '@/lib/auth/require'
import { listAudit } from '@/lib/workspace/people/workspace'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'Audit' }

const pageSize = 100

export default async function AuditPage({ searchParams }: PageProps<'/settings/audit'>) {
  const actor = await requireMember('member', '/settings/audit')
  const { before } = await searchParams
  const found = listAudit(deps(), actor, {
    before: typeof before === 'string' ? before : undefined,
    limit: pageSize + 1,
  })
  const entries = found.slice(0, pageSize)
  const last = found.length > pageSize ? entries.at(-1)?.id : undefined
  return (
    <Section
      title="Audit"
      description="Who revealed a secret, changed credentials, members or tokens, and sent to production."
    >
      {entries.length === 0 ? (
        <EmptyState title="Nothing here yet.">
          The first entry is written when somebody opens a one-time link, invites a person, makes a token or
          reveals a secret.
        </EmptyState>
      ) : (
        <Table>
          <thead>
            <tr>
              <Th>When</Th>
              <Th className="max-sm:hidden">Who</Th>
              <Th>What</Th>
              <Th>Which</Th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <Td className="sm:whitespace-nowrap">
                  <Time at={entry.at} show="date" />
                  <p className="text-ink-muted text-sm sm:hidden">{entry.actor}</p>
                </Td>
                <Td className="max-sm:hidden">{entry.actor}</Td>
                <Td>{entry.action}</Td>
                <Td className="break-words">{entry.subject}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <div className="mt-4 flex gap-2">
        {typeof before === 'string' && (
          <Button asChild>
            <Link href="/settings/audit">Newest</Link>
          </Button>
        )}
        {last && (
          <Button asChild>
            <Link href={`/settings/audit?before=${encodeURIComponent(last)}`}>Older</Link>
          </Button>
        )}
      </div>
    </Section>
  )
}
