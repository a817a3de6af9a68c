'use client'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { resultOf } from '@/components/forms/result-of'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { DialogBody, DialogFooter } from '@/components/ui/dialog'
import { Input } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'
import type { SheetView } from '@/lib/workspace/go-live/views'
import { changeSheet } from './api'
import { type ApiChoice, ApiChoices } from './api-choices'
import { RequireSoftware } from './require-software'

export function EditForm({
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
    values: { name: sheet.name, apis: sheet.apis, requiresSoftware: sheet.requiresSoftware },
    input: ({ name, apis: chosen, requiresSoftware }) => ({
      name: name.trim(),
      requiresSoftware,
      apis: apis.map(({ id }) => id).filter((id) => chosen.includes(id)),
    }),
    submit: (change) => resultOf(changeSheet(sheet.id, change)),
    onDone: () => {
      say('Sheet changed')
      onChanged()
    },
  })
  const [chosen, requiresSoftware] = form.watch(['apis', 'requiresSoftware'])
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
        <RequireSoftware
          checked={requiresSoftware}
          onChange={(next) => form.setValue('requiresSoftware', next)}
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
