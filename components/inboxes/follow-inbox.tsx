'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { fetched } from '@/components/ui/fetched'
import type { InboxActions } from './actions'

const FollowForm = fetched(() => import('./follow-form').then((module) => module.FollowForm))

export function FollowInbox({ inbox, follow }: { inbox: string; follow: InboxActions['follow'] }) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>Follow an inbox…</Button>
      </DialogTrigger>
      <DialogContent
        title="Follow an inbox"
        description={`What another Jaribu captures is copied into ${inbox}.`}
      >
        <FollowForm inbox={inbox} follow={follow} close={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}
