'use client'
import { useRouter } from 'next/navigation'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { DialogBody, DialogFooter } from '@/components/ui/dialog'
import { Input, Select } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'
import type { NewRelay } from '@/lib/workspace/relays/relay-fields'
import type { InboxActions } from './actions'

export function FollowForm({
  inbox,
  follow,
  close,
}: {
  inbox: string
  follow: InboxActions['follow']
  close: () => void
}) {
  const router = useRouter()
  const say = useToast()
  const form = useForm({
    values: { remoteUrl: '', remoteInbox: '', token: '', since: 'all' as 'all' | 'now' },
    schema: async () => (await import('@/lib/workspace/relays/relay-fields')).newRelay,
    input: (typed): NewRelay => ({ inbox, ...typed }),
    submit: follow,
    onDone: ({ remoteInbox }) => {
      say(`${remoteInbox} is followed`)
      close()
      router.refresh()
    },
  })
  return (
    <form {...form.props} className="flex min-h-0 flex-col">
      <DialogBody className="flex flex-col gap-4">
        <FormField form={form} name="remoteUrl" label="Address of the other Jaribu">
          {(slots) => (
            <Input
              {...slots}
              className="font-mono"
              inputMode="url"
              spellCheck={false}
              placeholder="https://jaribu.example.com"
            />
          )}
        </FormField>
        <FormField form={form} name="remoteInbox" label="Its inbox" hint="By its name there.">
          {(slots) => <Input {...slots} maxLength={64} autoComplete="off" placeholder="Shop" />}
        </FormField>
        <FormField
          form={form}
          name="token"
          label="API token"
          hint="Made there by a member, under Settings. It is stored encrypted and not shown again."
        >
          {(slots) => <Input {...slots} type="password" className="font-mono" autoComplete="off" />}
        </FormField>
        <FormField form={form} name="since" label="Begin with">
          {(slots) => (
            <Select {...slots}>
              <option value="all">what it holds already</option>
              <option value="now">what comes from now on</option>
            </Select>
          )}
        </FormField>
        <FormMessage form={form} />
      </DialogBody>
      <DialogFooter>
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={form.isPending}>
          {form.isPending ? 'Asking it…' : 'Follow'}
        </Button>
      </DialogFooter>
    </form>
  )
}
