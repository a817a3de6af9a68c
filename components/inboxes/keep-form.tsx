'use client'
import { useRouter } from 'next/navigation'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Time } from '@/components/ui/time'
import { useToast } from '@/components/ui/toast'
import type { InboxChange } from '@/lib/workspace/inboxes/inbox-fields'
import type { InboxView } from '@/lib/workspace/inboxes/inbox-view'
import type { InboxActions } from './actions'
import { megabyte, sizeText } from './size'

const textOf = (value: number | null): string => (value === null ? '' : String(value))

const numberOf = (text: string, unit = 1): number | null =>
  text.trim() === '' ? null : Math.round(Number(text) * unit)

export function KeepForm({
  inbox,
  canChange,
  change,
}: {
  inbox: InboxView
  canChange: boolean
  change: InboxActions['change']
}) {
  const router = useRouter()
  const say = useToast()
  const { use } = inbox
  const form = useForm({
    values: {
      keepDays: textOf(inbox.keepDays),
      keepCount: textOf(inbox.keepCount),
      /** In megabytes, as it is typed. */
      keepBytes: textOf(inbox.keepBytes === null ? null : inbox.keepBytes / megabyte),
    },
    schema: async () => (await import('@/lib/workspace/inboxes/inbox-fields')).inboxChange,
    input: ({ keepDays, keepCount, keepBytes }): InboxChange => ({
      keepDays: numberOf(keepDays),
      keepCount: numberOf(keepCount),
      keepBytes: numberOf(keepBytes, megabyte),
    }),
    submit: (given) => change({ inbox: inbox.name, ...given }),
    onDone: () => {
      say('Saved. What is beyond it goes within a minute.')
      router.refresh()
    },
  })
  return (
    <form {...form.props} className="flex max-w-2xl flex-col gap-4">
      <p>
        It holds {use.callbacks.toLocaleString('en')} {use.callbacks === 1 ? 'message' : 'messages'},{' '}
        {sizeText(use.bytes)} of bodies
        {use.oldestAt !== null && (
          <>
            , the oldest of <Time at={use.oldestAt} show="date" />
          </>
        )}
        .
      </p>
      <div className="grid gap-4 sm:grid-cols-3">
        <FormField form={form} name="keepDays" label="Days" optional hint="Empty: of any age.">
          {(slots) => <Input {...slots} type="number" min={1} readOnly={!canChange} />}
        </FormField>
        <FormField form={form} name="keepCount" label="Messages" optional hint="Empty: any number.">
          {(slots) => <Input {...slots} type="number" min={1} readOnly={!canChange} />}
        </FormField>
        <FormField form={form} name="keepBytes" label="Megabytes" optional hint="Empty: any size.">
          {(slots) => <Input {...slots} type="number" min={1} step="any" readOnly={!canChange} />}
        </FormField>
      </div>
      <FormMessage form={form} />
      {canChange && (
        <div>
          <Button type="submit" variant="primary" disabled={form.isPending}>
            Save bounds
          </Button>
        </div>
      )}
    </form>
  )
}
