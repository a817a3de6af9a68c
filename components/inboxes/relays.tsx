'use client'
import { useRouter } from 'next/navigation'
import { FormMessage } from '@/components/forms/form-field'
import { useAction } from '@/components/forms/use-action'
import { ConfirmButton } from '@/components/settings/confirm-button'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import type { RelayView } from '@/lib/workspace/relays/relays'
import type { InboxActions } from './actions'

export function Relays({
  relays,
  canChange,
  change,
  end,
}: {
  relays: RelayView[]
  canChange: boolean
  change: InboxActions['changeRelay']
  end: InboxActions['endRelay']
}) {
  if (relays.length === 0) return <p className="text-ink-muted">It follows no other inbox.</p>
  return (
    <ul className="flex flex-col">
      {relays.map((relay) => (
        <Relay key={relay.id} relay={relay} canChange={canChange} change={change} end={end} />
      ))}
    </ul>
  )
}

function Relay({
  relay,
  canChange,
  change,
  end,
}: {
  relay: RelayView
  canChange: boolean
  change: InboxActions['changeRelay']
  end: InboxActions['endRelay']
}) {
  const router = useRouter()
  const turning = useAction(change)
  const { id, remoteUrl, remoteInbox, copied, lastCopiedAt, failure, pausedAt } = relay
  const isPaused = pausedAt !== null
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b py-2">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{remoteInbox}</span>
          <code className="break-all text-sm">{remoteUrl}</code>
          {isPaused ? (
            <Badge>paused</Badge>
          ) : failure === null ? (
            <Badge tone="good">follows</Badge>
          ) : (
            <Badge tone="failed">stands still</Badge>
          )}
        </p>
        <p className="text-ink-muted text-sm">
          {copied.toLocaleString('en')} copied
          {lastCopiedAt !== null && (
            <>
              , the last one at <Time at={lastCopiedAt} />
            </>
          )}
        </p>
        {failure !== null && <p className="text-failed text-sm">{failure} It goes on trying.</p>}
        <FormMessage form={turning} />
      </div>
      {canChange && (
        <div className="flex gap-2">
          <Button
            size="sm"
            aria-label={`${isPaused ? 'Go on with' : 'Pause'} ${remoteInbox}`}
            disabled={turning.isPending}
            onClick={() => turning.run({ relay: id, paused: !isPaused }, () => router.refresh())}
          >
            {isPaused ? 'Go on' : 'Pause'}
          </Button>
          <ConfirmButton
            label="End"
            accessibleLabel={`End following ${remoteInbox}`}
            title={`Stop following ${remoteInbox}?`}
            act={() => end({ relay: id })}
            done={`${remoteInbox} is followed no more`}
          >
            <p>What was copied stays. Its token is forgotten.</p>
          </ConfirmButton>
        </div>
      )}
    </li>
  )
}
