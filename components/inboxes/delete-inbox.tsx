'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ConfirmByWord } from '@/components/forms/confirm-by-word'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Section } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import type { InboxView } from '@/lib/workspace/inboxes/inbox-view'
import type { InboxActions } from './actions'

export function DeleteInbox({
  inbox,
  isOnly,
  remove,
}: {
  inbox: InboxView
  isOnly: boolean
  remove: InboxActions['remove']
}) {
  return (
    <Section
      title="Delete this inbox"
      description={whyNot(inbox, isOnly) ?? 'Its URL answers 404 at once, and its callbacks are removed.'}
      actions={whyNot(inbox, isOnly) === undefined && <DeleteDialog inbox={inbox} remove={remove} />}
    >
      {null}
    </Section>
  )
}

const whyNot = ({ environments }: InboxView, isOnly: boolean): string | undefined => {
  if (environments.length > 0) {
    return `It is the inbox of ${environments.join(', ')}. Give these another one first, under Environments.`
  }
  return isOnly ? 'It is the only one. Make another before deleting it.' : undefined
}

function DeleteDialog({ inbox, remove }: { inbox: InboxView; remove: InboxActions['remove'] }) {
  const router = useRouter()
  const say = useToast()
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="danger">Delete…</Button>
      </DialogTrigger>
      <DialogContent
        title={`Delete ${inbox.name}?`}
        description={
          inbox.isDeclared
            ? 'Its callbacks are removed for good. JARIBU_INBOX names it: the next start makes it again, empty.'
            : 'Its callbacks are removed for good. Payments and their verdicts stay.'
        }
      >
        <ConfirmByWord
          word={inbox.name}
          label={`Type “${inbox.name}” to confirm`}
          keep="Keep it"
          confirm="Delete inbox"
          act={() => remove({ inbox: inbox.name })}
          onDone={() => {
            say(`${inbox.name} is deleted`)
            router.push('/settings/inboxes')
          }}
          onKeep={() => setOpen(false)}
        />
      </DialogContent>
    </Dialog>
  )
}
