import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { CopyText } from '@/components/ui/copy'
import { Table, Td, Th } from '@/components/ui/table'
import type { InboxView } from '@/lib/workspace/inboxes/inbox-view'
import { sizeText } from './size'

export function InboxList({ inboxes }: { inboxes: InboxView[] }) {
  return (
    <Table aria-label="Inboxes">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th className="max-sm:hidden">Address</Th>
          <Th className="max-md:hidden">Environments</Th>
          <Th className="text-right">Held</Th>
          <Th className="pr-0 text-right">Turned away</Th>
        </tr>
      </thead>
      <tbody>
        {inboxes.map((inbox) => (
          <tr key={inbox.id}>
            <Td>
              <Link
                href={`/settings/inboxes/${inbox.id}`}
                className="font-medium underline-offset-3 hover:underline"
              >
                {inbox.name}
              </Link>
              <Guards inbox={inbox} />
              <CopyText value={inbox.url} max={34} label="Inbox URL" className="sm:hidden" />
            </Td>
            <Td className="max-sm:hidden">
              <CopyText value={inbox.url} max={52} label="Inbox URL" />
            </Td>
            <Td className="max-md:hidden">
              {inbox.environments.length > 0 ? (
                inbox.environments.join(', ')
              ) : (
                <span className="text-ink-muted">none</span>
              )}
            </Td>
            <Td className="whitespace-nowrap text-right tabular-nums">
              {inbox.use.callbacks.toLocaleString('en')}
              <span className="block text-ink-muted text-sm">{sizeText(inbox.use.bytes)}</span>
            </Td>
            <Td className="pr-0 text-right tabular-nums">
              {inbox.refused.reduce((sum, { count }) => sum + count, 0).toLocaleString('en')}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Guards({ inbox: { pausedAt, hasSecret, sources } }: { inbox: InboxView }) {
  if (pausedAt === null && !hasSecret && sources.length === 0) return null
  return (
    <span className="mt-0.5 flex flex-wrap gap-1">
      {pausedAt !== null && <Badge tone="pending">paused</Badge>}
      {hasSecret && <Badge>secret</Badge>}
      {sources.length > 0 && <Badge>listed sources</Badge>}
    </span>
  )
}
