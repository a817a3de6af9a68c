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
          <Th className="pr-0 text-right max-sm:hidden">Turned away</Th>
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
            <Td className="pr-0 text-right tabular-nums max-sm:hidden">
              {turnedAway(inbox).toLocaleString('en')}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

const turnedAway = ({ refused }: InboxView): number => refused.reduce((sum, { count }) => sum + count, 0)

function Guards({ inbox }: { inbox: InboxView }) {
  const { pausedAt, hasSecret, sources } = inbox
  const refused = turnedAway(inbox)
  if (pausedAt === null && !hasSecret && sources.length === 0 && refused === 0) return null
  return (
    <span className="mt-0.5 flex flex-wrap gap-1">
      {pausedAt !== null && <Badge tone="pending">paused</Badge>}
      {hasSecret && <Badge>secret</Badge>}
      {sources.length > 0 && <Badge>listed sources</Badge>}
      {refused > 0 && (
        <Badge tone="refused" className="sm:hidden">
          {refused.toLocaleString('en')} turned away
        </Badge>
      )}
    </span>
  )
}
