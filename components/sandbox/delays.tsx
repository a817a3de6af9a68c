'use client'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Section } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import type { SandboxSettingsView } from '@/lib/workspace/world/views'
import { useSettingsChange } from './queries'

const times = [
  { name: 'resultDelayMs', label: 'Result callback after', hint: 'From the acknowledgement to the result.' },
  { name: 'autoPayDelayMs', label: 'Self-paying phones answer after', hint: '254708374149 and its like.' },
  { name: 'promptLifetimeMs', label: 'A prompt waits', hint: 'Then it ends with 1037.' },
  { name: 'validationTimeoutMs', label: 'C2B validation may take', hint: 'M-Pesa gives it eight seconds.' },
] as const

type Delay = (typeof times)[number]['name']

const each = <Value,>(read: (name: Delay) => Value) =>
  Object.fromEntries(times.map(({ name }) => [name, read(name)])) as Record<Delay, Value>

/** Typed in seconds, sent in milliseconds. */
export function Delays({ settings, canChange }: { settings: SandboxSettingsView; canChange: boolean }) {
  const say = useToast()
  const form = useForm({
    values: each((name) => String(settings[name] / 1000)),
    schema: async () => (await import('@/lib/workspace/world/input')).sandboxSettingsInput,
    input: (typed) =>
      each((name) => (typed[name].trim() === '' ? Number.NaN : Math.round(Number(typed[name]) * 1000))),
    submit: useSettingsChange(),
    onDone: () => say('Delays saved'),
  })
  return (
    <Section title="Delays" description="In seconds.">
      <form {...form.props} className="grid max-w-3xl gap-3 sm:grid-cols-2">
        {times.map(({ name, label, hint }) => (
          <FormField key={name} form={form} name={name} label={label} hint={hint}>
            {(slots) => <Input {...slots} type="number" min="0" max="600" step="0.1" disabled={!canChange} />}
          </FormField>
        ))}
        {canChange && (
          <div className="flex flex-col items-start gap-3 sm:col-span-2">
            <FormMessage form={form} />
            <Button type="submit" disabled={form.isPending}>
              Save the delays
            </Button>
          </div>
        )}
      </form>
    </Section>
  )
}
