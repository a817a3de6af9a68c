'use client'
import { useRouter } from 'next/navigation'
import { FormMessage } from '@/components/forms/form-field'
import { useAction } from '@/components/forms/use-action'
import { Button } from '@/components/ui/button'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useToast } from '@/components/ui/toast'
import type { InboxView } from '@/lib/workspace/inboxes/inbox-view'
import type { InboxActions } from './actions'

const reasons = {
  source: 'not among the sources',
  secret: 'without the secret',
  paused: 'while it was paused',
} as const

export function Refused({
  inbox,
  canChange,
  change,
  forget,
}: {
  inbox: InboxView
  canChange: boolean
  change: InboxActions['change']
  forget: InboxActions['forgetRefused']
}) {
  const router = useRouter()
  const say = useToast()
  const allowing = useAction(change)
  const forgetting = useAction(forget)
  if (inbox.refused.length === 0) return <p className="text-ink-muted">Nothing was turned away.</p>
  const allow = (address: string) =>
    allowing.run({ inbox: inbox.name, sources: [...inbox.sources, address] }, () => {
      say(`${address} is a source now`)
      router.refresh()
    })
  return (
    <div className="flex flex-col items-start gap-3">
      <Table aria-label="Requests that were turned away">
        <thead>
          <tr>
            <Th>Sender</Th>
            <Th>Why</Th>
            <Th className="text-right">Requests</Th>
            <Th className="max-sm:hidden">Last</Th>
            <Th>
              <span className="sr-only">Allow</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {inbox.refused.map(({ reason, remoteAddress, count, lastAt }) => (
            <tr key={`${reason} ${remoteAddress}`}>
              <Td className="break-all font-mono text-sm">{remoteAddress || 'unknown'}</Td>
              <Td>{reasons[reason]}</Td>
              <Td className="text-right tabular-nums">{count.toLocaleString('en')}</Td>
              <Td className="whitespace-nowrap max-sm:hidden">
                <Time at={lastAt} />
              </Td>
              <Td className="pr-0 text-right">
                {canChange &&
                  reason === 'source' &&
                  remoteAddress &&
                  !inbox.sources.includes(remoteAddress) && (
                    <Button
                      size="sm"
                      aria-label={`Allow ${remoteAddress}`}
                      disabled={allowing.isPending}
                      onClick={() => allow(remoteAddress)}
                    >
                      Allow
                    </Button>
                  )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <FormMessage form={allowing} />
      {canChange && (
        <Button
          size="sm"
          disabled={forgetting.isPending}
          onClick={() => forgetting.run({ inbox: inbox.name }, () => router.refresh())}
        >
          Count anew
        </Button>
      )}
      <FormMessage form={forgetting} />
    </div>
  )
}
