'use client'
import { useRouter } from 'next/navigation'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { DialogBody, DialogFooter } from '@/components/ui/dialog'
import { Input } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'
import type { NewInbox } from '@/lib/workspace/inboxes/inbox-fields'
import type { InboxActions } from './actions'

export function NewInboxForm({ create, close }: { create: InboxActions['create']; close: () => void }) {
  const router = useRouter()
  const say = useToast()
  const form = useForm({
    values: { name: '', address: '' },
    schema: async () => (await import('@/lib/workspace/inboxes/inbox-fields')).newInbox,
    input: ({ name, address }): NewInbox => ({ name, ...(address.trim() !== '' && { address }) }),
    submit: create,
    onDone: ({ id, name }) => {
      say(`${name} takes callbacks`)
      close()
      router.push(`/settings/inboxes/${id}`)
    },
  })
  return (
    <form {...form.props} className="flex min-h-0 flex-col">
      <DialogBody className="flex flex-col gap-4">
        <FormField form={form} name="name" label="Name" hint="Whose it is, or what for. It can be changed.">
          {(slots) => <Input {...slots} placeholder="Shop" maxLength={60} autoComplete="off" />}
        </FormField>
        <FormField
          form={form}
          name="address"
          label="Address"
          optional
          hint="What stands behind /hook/ in its URL, for good. Left empty, it gets one that nobody guesses."
        >
          {(slots) => (
            <Input {...slots} className="font-mono" maxLength={64} spellCheck={false} autoComplete="off" />
          )}
        </FormField>
        <FormMessage form={form} />
      </DialogBody>
      <DialogFooter>
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={form.isPending}>
          Make inbox
        </Button>
      </DialogFooter>
    </form>
  )
}
