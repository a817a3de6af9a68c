'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ConfirmByWord } from '@/components/forms/confirm-by-word'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/choice'
import { CopyText } from '@/components/ui/copy'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Input, Select } from '@/components/ui/input'
import { Section } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import type { UpdateEnvironmentInput } from '@/lib/workspace/environments/input'
import type { EnvironmentView } from '@/lib/workspace/views'
import type { EnvironmentActions } from './actions'
import { kindOptions } from './kind-options'

export function GeneralForm({
  environment,
  inboxes,
  isLast,
  canChange,
  actions,
}: {
  environment: EnvironmentView
  inboxes: string[]
  isLast: boolean
  canChange: boolean
  actions: EnvironmentActions
}) {
  const say = useToast()
  const form = useForm({
    values: {
      name: environment.name,
      kind: environment.kind,
      baseUrl: environment.baseUrl,
      inbox: environment.inbox,
      /** In seconds, as it is typed. */
      timeoutMs: String(environment.timeoutMs / 1000),
    },
    schema: async () => (await import('@/lib/workspace/environments/input')).updateEnvironmentInput,
    input: ({ timeoutMs, ...typed }): UpdateEnvironmentInput => ({
      ...typed,
      timeoutMs: Math.round(Number(timeoutMs) * 1000),
    }),
    submit: (change) => actions.save({ environment: environment.id, ...change }),
    onDone: () => say('Saved'),
  })
  const kind = form.watch('kind')
  return (
    <>
      <form {...form.props} className="flex max-w-2xl flex-col gap-4 pb-5">
        <FormField
          form={form}
          name="name"
          label="Name"
          hint={
            <>
              In URLs and scripts it stays <code>{environment.slug}</code>.
            </>
          }
        >
          {(slots) => <Input {...slots} maxLength={60} readOnly={!canChange} />}
        </FormField>
        <div className="flex flex-col items-start gap-1">
          <span className="font-medium text-sm">Kind</span>
          {canChange ? (
            <Segmented
              aria-label="Kind"
              value={kind}
              onChange={(next) => form.setValue('kind', next)}
              options={kindOptions}
            />
          ) : (
            <span>{kindOptions.find((option) => option.value === kind)?.label}</span>
          )}
          <span className="text-ink-muted text-sm">
            Production is marked on every page and asks before money moves.
          </span>
        </div>
        <FormField form={form} name="baseUrl" label="Base URL" hint="Calls add their own path.">
          {(slots) => (
            <Input
              {...slots}
              className="font-mono"
              inputMode="url"
              spellCheck={false}
              readOnly={!canChange}
            />
          )}
        </FormField>
        <FormField
          form={form}
          name="inbox"
          label="Inbox for callbacks"
          hint={<CopyText value={environment.inboxUrl} max={64} label="Inbox URL" />}
        >
          {(slots) => (
            <Select {...slots} disabled={!canChange}>
              {inboxes.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          )}
        </FormField>
        <FormField
          form={form}
          name="timeoutMs"
          label="Time-out in seconds"
          hint="How long a request waits for its acknowledgement."
        >
          {(slots) => (
            <Input {...slots} type="number" min={1} max={120} readOnly={!canChange} className="w-28" />
          )}
        </FormField>
        <FormMessage form={form} />
        {canChange && (
          <div>
            <Button type="submit" variant="primary" disabled={form.isPending}>
              {form.isPending ? 'Saving…' : 'Save'}
            </Button>
          </div>
        )}
      </form>
      {canChange && <DeleteSection environment={environment} isLast={isLast} remove={actions.remove} />}
    </>
  )
}

function DeleteSection({
  environment,
  isLast,
  remove,
}: {
  environment: EnvironmentView
  isLast: boolean
  remove: EnvironmentActions['remove']
}) {
  return (
    <Section
      title="Delete this environment"
      description={
        isLast
          ? 'It is the only one. Create another before deleting it.'
          : 'Its credentials and token are forgotten. Runs and callbacks stay in the history.'
      }
      actions={!isLast && <DeleteDialog environment={environment} remove={remove} />}
    >
      {null}
    </Section>
  )
}

function DeleteDialog({
  environment,
  remove,
}: {
  environment: EnvironmentView
  remove: EnvironmentActions['remove']
}) {
  const router = useRouter()
  const say = useToast()
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="danger">Delete…</Button>
      </DialogTrigger>
      <DialogContent
        title={`Delete ${environment.name}?`}
        description="Its credentials and token are forgotten for good."
      >
        <ConfirmByWord
          word={environment.name}
          label={`Type “${environment.name}” to confirm`}
          keep="Keep it"
          confirm="Delete environment"
          act={() => remove({ environment: environment.id })}
          onDone={() => {
            say(`${environment.name} is deleted`)
            router.push('/environments')
          }}
          onKeep={() => setOpen(false)}
        />
      </DialogContent>
    </Dialog>
  )
}
