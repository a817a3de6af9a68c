'use client'
import { Button } from '@/components/ui/button'
import { DialogBody, DialogFooter } from '@/components/ui/dialog'
import { Input } from '@/components/ui/input'
import type { ActionResult } from '@/lib/auth/action-result'
import { FormField, FormMessage } from './form-field'
import { useForm } from './use-form'

/** Body and foot of a dialog that asks for a word to be typed before something is done that nobody can take back. */
export function ConfirmByWord({
  word,
  label,
  keep,
  confirm,
  confirming = confirm,
  variant = 'danger',
  act,
  onDone,
  onKeep,
}: {
  word: string
  /** `Type reset to confirm`. */
  label: string
  /** On the button that leaves everything as it is. */
  keep: string
  /** On the button that does it, and while it is being done. */
  confirm: string
  confirming?: string
  variant?: 'danger' | 'production'
  act: () => Promise<ActionResult<unknown>>
  onDone?: () => void
  onKeep: () => void
}) {
  const form = useForm({ values: { typed: '' }, submit: act, onDone })
  const isRight = form.watch('typed').trim() === word
  return (
    // A disabled button keeps Enter from sending, too.
    <form {...form.props} className="flex min-h-0 flex-col">
      <DialogBody className="flex flex-col gap-3">
        <FormField form={form} name="typed" label={label}>
          {(slots) => <Input {...slots} autoFocus autoComplete="off" />}
        </FormField>
        <FormMessage form={form} />
      </DialogBody>
      <DialogFooter>
        <Button onClick={onKeep}>{keep}</Button>
        <Button type="submit" variant={variant} disabled={form.isPending || !isRight}>
          {form.isPending ? confirming : confirm}
        </Button>
      </DialogFooter>
    </form>
  )
}
