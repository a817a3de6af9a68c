'use client'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { resultOf } from '@/components/forms/result-of'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Dialog, DialogBody, DialogContent, DialogFooter } from '@/components/ui/dialog'
import { Input } from '@/components/ui/input'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { useToast } from '@/components/ui/toast'
import type { SheetView } from '@/lib/workspace/go-live/views'
import { changeSheet, deleteSheet } from './api'
import { type ApiChoice, ApiChoices } from './api-choices'
import { useTask } from './use-task'

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
          <MenuItem onSelect={() => setOpen('edit')}>Rename, or change the APIs…</MenuItem>
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

function EditForm({
  sheet,
  apis,
  close,
  onChanged,
}: {
  sheet: SheetView
  apis: ApiChoice[]
  close: () => void
  onChanged: () => void
}) {
  const say = useToast()
  const form = useForm({
    values: { name: sheet.name, apis: sheet.apis },
    input: ({ name, apis: chosen }) => ({
      name: name.trim(),
      apis: apis.map(({ id }) => id).filter((id) => chosen.includes(id)),
    }),
    submit: (change) => resultOf(changeSheet(sheet.id, change)),
    onDone: () => {
      say('Sheet changed')
      onChanged()
    },
  })
  const chosen = form.watch('apis')
  return (
    <form {...form.props} className="flex min-h-0 flex-1 flex-col">
      <DialogBody className="flex flex-col gap-4">
        <FormField form={form} name="name" label="Name">
          {(slots) => <Input {...slots} maxLength={80} />}
        </FormField>
        <ApiChoices
          offered={apis}
          chosen={chosen}
          onChange={(next) => form.setValue('apis', next)}
          errors={form.errorsOf('apis')}
        />
        <FormMessage form={form} />
      </DialogBody>
      <DialogFooter>
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={form.isPending || chosen.length === 0}>
          Save
        </Button>
      </DialogFooter>
    </form>
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
