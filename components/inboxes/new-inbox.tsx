'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { fetched } from '@/components/ui/fetched'
import type { InboxActions } from './actions'

const NewInboxForm = fetched(() => import('./new-inbox-form').then((module) => module.NewInboxForm))

export function NewInbox({ create }: { create: InboxActions['create'] }) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">New inbox</Button>
      </DialogTrigger>
      <DialogContent title="New inbox" description="An address of its own that takes callbacks at once.">
        <NewInboxForm create={create} close={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}
