'use client'
import { useRouter } from 'next/navigation'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'
import type { InboxChange } from '@/lib/workspace/inboxes/inbox-fields'
import type { InboxView } from '@/lib/workspace/inboxes/inbox-view'
import type { SourcePreset } from '@/lib/workspace/inboxes/sources'
import type { InboxActions } from './actions'

const entriesOf = (text: string): string[] => [...new Set(text.split(/[\s,]+/).filter(Boolean))]

export function SourcesForm({
  inbox,
  presets,
  canChange,
  change,
}: {
  inbox: InboxView
  presets: readonly SourcePreset[]
  canChange: boolean
  change: InboxActions['change']
}) {
  const router = useRouter()
  const say = useToast()
  const form = useForm({
    values: { sources: inbox.sources.join('\n') },
    schema: async () => (await import('@/lib/workspace/inboxes/inbox-fields')).inboxChange,
    input: ({ sources }): InboxChange => ({ sources: entriesOf(sources) }),
    submit: (given) => change({ inbox: inbox.name, ...given }),
    onDone: () => {
      say('Saved')
      router.refresh()
    },
  })
  const entries = entriesOf(form.watch('sources'))
  const add = (id: string) => form.setValue('sources', [...entries, id].join('\n'))
  return (
    <form {...form.props} className="flex max-w-2xl flex-col gap-4">
      <FormField form={form} name="sources" label="Addresses, ranges, systems" optional>
        {(slots) => (
          <Textarea
            {...slots}
            className="font-mono"
            rows={4}
            spellCheck={false}
            placeholder={`${presets[0]?.id ?? ''}\n203.0.113.0/24`}
            readOnly={!canChange}
          />
        )}
      </FormField>
      <ul className="flex flex-col gap-2">
        {presets.map(({ id, title, addresses, isConfirmed }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            {canChange && (
              <Button size="sm" disabled={entries.includes(id)} onClick={() => add(id)}>
                Add {title}
              </Button>
            )}
            <details className="min-w-0">
              <summary className="cursor-pointer text-ink-muted">
                <code>{id}</code>: {addresses.length} addresses,{' '}
                {isConfirmed ? 'published by the provider' : 'named by public clients, not confirmed'}
              </summary>
              <p className="font-mono">{addresses.join(' ')}</p>
            </details>
          </li>
        ))}
      </ul>
      <FormMessage form={form} />
      {canChange && (
        <div>
          <Button type="submit" variant="primary" disabled={form.isPending}>
            Save sources
          </Button>
        </div>
      )}
    </form>
  )
}
