'use client'
import { ConditionFields, type KindChoice } from '@/components/answers/condition-fields'
import { type ConditionDraft, conditionDraft, conditionsOf } from '@/components/answers/drafts'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import type { TargetView } from '@/lib/workspace/forward/fields'
import { useForwardingChange } from './queries'

type Draft = { name: string; url: string; retries: string; timeoutMs: string; conditions: ConditionDraft }

/** Writes a target and saves it. */
export function TargetEditor({
  inbox,
  target,
  kinds,
  onDone,
}: {
  inbox: string
  /** The one that is changed; absent for a new one. */
  target?: TargetView
  kinds: KindChoice[]
  onDone: () => void
}) {
  const change = useForwardingChange()
  const form = useForm({
    values: {
      name: target?.name ?? '',
      url: target?.url ?? '',
      retries: String(target?.retries ?? 5),
      timeoutMs: String((target?.timeoutMs ?? 8000) / 1000),
      conditions: conditionDraft(target?.conditions ?? {}),
    } as Draft,
    schema: async () => (await import('@/lib/workspace/forward/fields')).targetInput,
    input: ({ name, url, retries, timeoutMs, conditions }) => ({
      name,
      url,
      retries: Number(retries),
      timeoutMs: Math.round(Number(timeoutMs.replace(',', '.')) * 1000),
      conditions: conditionsOf(conditions),
    }),
    submit: (body) =>
      target
        ? change('PATCH /inboxes/{name}/targets/{id}', { path: { name: inbox, id: target.id }, body })
        : change('POST /inboxes/{name}/targets', { path: { name: inbox }, body }),
    onDone,
  })
  return (
    <form {...form.props} aria-label="Target" className="flex flex-col gap-4 border-y py-4">
      <div className="grid items-start gap-3 grid-cols-[repeat(auto-fill,minmax(min(13.5rem,100%),1fr))]">
        <FormField form={form} name="name" label="Name" hint="Such as: Shop on my laptop.">
          {(slots) => <Input {...slots} />}
        </FormField>
        <FormField
          form={form}
          name="url"
          label="Address"
          hint="http://localhost:8080/mpesa"
          className="lg:col-span-1"
        >
          {(slots) => <Input {...slots} inputMode="url" className="font-mono" />}
        </FormField>
        <FormField
          form={form}
          name="retries"
          label="Retries"
          hint="After about 5 s, 20 s, 80 s and so on; then it is a dead letter."
        >
          {(slots) => <Input {...slots} type="number" min="0" max="10" step="1" />}
        </FormField>
        <FormField form={form} name="timeoutMs" label="Seconds to wait" hint="M-Pesa waits for about eight.">
          {(slots) => <Input {...slots} inputMode="decimal" />}
        </FormField>
      </div>
      <fieldset className="grid items-start gap-3 grid-cols-[repeat(auto-fill,minmax(min(13.5rem,100%),1fr))]">
        <legend className="mb-2 font-medium">Only callbacks like this; empty: every one</legend>
        <ConditionFields
          value={form.watch('conditions')}
          kinds={kinds}
          errorsOf={form.errorsOf}
          onChange={(next) => form.setValue('conditions', next)}
        />
      </fieldset>
      <FormMessage form={form} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={form.isPending}>
          {target ? 'Save the target' : 'Add the target'}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
