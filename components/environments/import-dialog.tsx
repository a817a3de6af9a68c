'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { fetched } from '@/components/ui/fetched'
import type { EnvironmentActions } from './actions'

const ImportForm = fetched(() => import('./import-form').then((module) => module.ImportForm))

/** Paste or choose a file of settings, see what was recognised, then save it. */
export function ImportDialog({
  environment,
  importPasted,
}: {
  environment: string
  importPasted: EnvironmentActions['importPasted']
}) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm">Import from a file</Button>
      </DialogTrigger>
      <DialogContent
        title="Import credentials"
        description="Paste it as it is. Nothing is stored before you have seen what was recognised."
      >
        <ImportForm environment={environment} importPasted={importPasted} close={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}
