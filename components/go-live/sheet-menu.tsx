'use client'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogBody, DialogContent, DialogFooter } from '@/components/ui/dialog'
import { fetched } from '@/components/ui/fetched'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import type { SheetView } from '@/lib/workspace/go-live/views'
import { deleteSheet } from './api'
import type { ApiChoice } from './api-choices'
import { useTask } from './use-task'

const EditForm = fetched(() => import('./sheet-edit-form').then((module) => module.EditForm))

/** What is done to a sheet as a whole. */
export function SheetMenu({
  sheet,
  apis,
  onChanged,
  onDeleted,
}: {
  sheet: SheetView
  apis: ApiChoice[]
  onChanged: () => void
  onDeleted: () => void
}) {
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null)
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <Button size="icon" aria-label="Actions for this sheet">
            <Ellipsis />
          </Button>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem onSelect={() => setOpen('edit')}>Change the sheet…</MenuItem>
          <MenuItem asChild>
            <a href={`/go-live/${sheet.id}/print`}>Open the page for printing</a>
          </MenuItem>
          <MenuSeparator />
          <MenuItem onSelect={() => setOpen('delete')}>Delete…</MenuItem>
        </MenuContent>
      </Menu>
      <Dialog open={open === 'edit'} onOpenChange={(isOpen) => !isOpen && setOpen(null)}>
        <DialogContent
          title="Change the sheet"
          description="Marks and notes of an API that is left out are kept."
        >
          <EditForm
            sheet={sheet}
            apis={apis}
            close={() => setOpen(null)}
            onChanged={() => {
              setOpen(null)
              onChanged()
            }}
          />
        </DialogContent>
      </Dialog>
      <Dialog open={open === 'delete'} onOpenChange={(isOpen) => !isOpen && setOpen(null)}>
        <DialogContent title="Delete this sheet" description={sheet.name}>
          <DeleteForm id={sheet.id} close={() => setOpen(null)} onDeleted={onDeleted} />
        </DialogContent>
      </Dialog>
    </>
  )
}

function DeleteForm({ id, close, onDeleted }: { id: string; close: () => void; onDeleted: () => void }) {
  const { run, isBusy } = useTask()
  return (
    <>
      <DialogBody>
        Its marks, notes, ticks and template go for everybody in the workspace. The runs stay in the history.
      </DialogBody>
      <DialogFooter>
        <Button onClick={close}>Keep it</Button>
        <Button
          variant="danger"
          disabled={isBusy}
          onClick={async () => {
            if (await run(() => deleteSheet(id), 'Sheet deleted. Its runs stay in the history.')) onDeleted()
          }}
        >
          Delete sheet
        </Button>
      </DialogFooter>
    </>
  )
}
