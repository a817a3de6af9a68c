'use client'
import { useRouter } from 'next/navigation'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'
import type { InboxChange } from '@/lib/workspace/inboxes/inbox-fields'
import type { InboxView } from '@/lib/workspace/inboxes/inbox-view'
import type { InboxActions } from './actions'

export function GeneralForm({
  inbox,
  serverUrl,
  canChange,
  change,
}: {
  inbox: InboxView
  serverUrl: string
  canChange: boolean
  change: InboxActions['change']
}) {
  const router = useRouter()
  const say = useToast()
  const form = useForm({
    values: { name: inbox.name, publicUrl: inbox.publicUrl ?? '' },
    schema: async () => (await import('@/lib/workspace/inboxes/inbox-fields')).inboxChange,
    input: ({ name, publicUrl }): InboxChange => ({
      name,
      publicUrl: publicUrl.trim() === '' ? null : publicUrl,
    }),
    submit: (given) => change({ inbox: inbox.name, ...given }),
    onDone: () => {
      say('Saved')
      router.refresh()
    },
  })
  return (
    <form {...form.props} className="flex max-w-2xl flex-col gap-4">
      <FormField
        form={form}
        name="name"
        label="Name"
        hint="Calls of the API and filters use it. The URL stays."
      >
        {(slots) => <Input {...slots} maxLength={60} readOnly={!canChange} />}
      </FormField>
      <FormField
        form={form}
        name="publicUrl"
        label="Public address"
        optional
        hint={`The address of a tunnel or domain that leads here. Left empty: ${serverUrl}`}
      >
        {(slots) => (
          <Input
            {...slots}
            className="font-mono"
            inputMode="url"
            spellCheck={false}
            placeholder="https://hooks.example.com"
            readOnly={!canChange}
          />
        )}
      </FormField>
      <p className="text-ink-muted text-sm">
        {inbox.isDeclared && 'JARIBU_INBOX names this inbox: it is there at every start. '}
        {inbox.environments.length > 0
          ? `It is the inbox of ${inbox.environments.join(', ')}.`
          : 'No environment has it as its inbox.'}
      </p>
      <FormMessage form={form} />
      {canChange && (
        <div>
          <Button type="submit" variant="primary" disabled={form.isPending}>
            Save
          </Button>
        </div>
      )}
    </form>
  )
}
