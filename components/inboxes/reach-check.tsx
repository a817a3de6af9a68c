'use client'
import { useState } from 'react'
import { FormMessage } from '@/components/forms/form-field'
import { useAction } from '@/components/forms/use-action'
import { Button } from '@/components/ui/button'
import { Facts, Notice } from '@/components/ui/layout'
import type { Reach } from '@/lib/workspace/inboxes/reach-verdict'
import type { InboxActions } from './actions'

/** Sends a request by the public address and shows where it came to. */
export function ReachCheck({
  inbox,
  publicUrl,
  check,
}: {
  inbox: string
  /** To try in place of the inbox's own. */
  publicUrl?: string
  check: InboxActions['check']
}) {
  const checking = useAction(check)
  const [reach, setReach] = useState<Reach>()
  return (
    <div className="flex max-w-2xl flex-col items-start gap-3">
      <Button
        disabled={checking.isPending}
        onClick={() => {
          setReach(undefined)
          checking.run({ inbox, ...(publicUrl && { publicUrl }) }, setReach)
        }}
      >
        {checking.isPending ? 'Checking…' : 'Check now'}
      </Button>
      <FormMessage form={checking}>{reach && <ReachAnswer reach={reach} />}</FormMessage>
    </div>
  )
}

export function ReachAnswer({ reach }: { reach: Reach }) {
  return (
    <Notice tone={reach.reached ? 'good' : 'bad'} title={reach.sentence} className="w-full">
      {reach.next && <p>{reach.next}</p>}
      {reach.remarks.map((remark) => (
        <p key={remark} className="mt-1">
          {remark}
        </p>
      ))}
      <Facts
        className="mt-2"
        rows={[
          { name: 'Sent to', value: <code className="break-all">{reach.url}</code> },
          ...(reach.status === null ? [] : [{ name: 'Answer', value: `HTTP ${reach.status}` }]),
          { name: 'Took', value: `${reach.ms} ms` },
          ...(reach.seenFrom === null ? [] : [{ name: 'Seen from', value: <code>{reach.seenFrom}</code> }]),
        ]}
      />
    </Notice>
  )
}
