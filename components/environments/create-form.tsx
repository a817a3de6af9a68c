'use client'
import { useRouter } from 'next/navigation'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { KindBadge } from '@/components/payments/verdict'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/choice'
import { DialogBody, DialogFooter } from '@/components/ui/dialog'
import { Input, Select } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import type { EnvironmentKind } from '@/lib/wire/environment-kinds'
import type { CreateEnvironmentInput } from '@/lib/workspace/environments/input'
import type { PresetView } from '@/lib/workspace/environments/list-presets'
import type { EnvironmentActions } from './actions'
import { kindOptions } from './kind-options'

const own = 'own'

type Draft = { preset: string; name: string; system: string; kind: EnvironmentKind; baseUrl: string }

const isSandbox = ({ kind }: PresetView) => kind === 'sandbox'
const presetsOf = (presets: PresetView[], system: string) => presets.filter((one) => one.system === system)

/** Name and system first, then what there is to start from for that system. */
export function CreateForm({
  presets,
  create,
  close,
}: {
  presets: PresetView[]
  create: EnvironmentActions['create']
  close: () => void
}) {
  const router = useRouter()
  const systems = [...new Map(presets.map((one) => [one.system, one.systemTitle]))]
  const first = presets.find(isSandbox) ?? presets[0]
  const form = useForm({
    values: {
      preset: first?.id ?? own,
      name: '',
      system: first?.system ?? '',
      kind: 'sandbox',
      baseUrl: '',
    } as Draft,
    schema: async () => (await import('@/lib/workspace/environments/input')).createEnvironmentInput,
    input: ({ preset, name, system, kind, baseUrl }): CreateEnvironmentInput => ({
      ...(preset === own ? { system, kind, baseUrl } : { preset }),
      ...(name.trim() !== '' && { name }),
    }),
    submit: create,
    onDone: ({ slug }) => router.push(`/environments/${slug}`),
  })
  const [preset, kind, system] = form.watch(['preset', 'kind', 'system'])
  const chosen = presets.find((one) => one.id === preset)
  return (
    <form {...form.props} className="flex min-h-0 flex-1 flex-col">
      <DialogBody className="flex flex-col gap-4">
        <FormField form={form} name="name" label="Name" optional={chosen !== undefined}>
          {(slots) => <Input {...slots} autoFocus maxLength={60} placeholder={chosen?.name} />}
        </FormField>
        {systems.length > 1 && (
          <FormField form={form} name="system" label="API system">
            {(slots) => (
              <Select
                {...slots}
                onChange={(event) => {
                  void slots.onChange(event)
                  // What it starts from is of the chosen system.
                  const next = presetsOf(presets, event.target.value)
                  form.setValue('preset', (next.find(isSandbox) ?? next[0])?.id ?? own)
                }}
              >
                {systems.map(([id, title]) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </Select>
            )}
          </FormField>
        )}
        <fieldset className="flex flex-col">
          <legend className="mb-1 font-medium text-sm">Start from</legend>
          {presetsOf(presets, system).map((one) => (
            <label key={one.id} className="flex cursor-pointer gap-2 border-t py-2">
              <input
                type="radio"
                value={one.id}
                {...form.register('preset')}
                className="mt-1 accent-accent"
              />
              <span className="min-w-0">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">{one.name}</span>
                  <KindBadge kind={one.kind} />
                </span>
                <span className="block text-ink-muted text-sm">{one.help}</span>
              </span>
            </label>
          ))}
          <label className="flex cursor-pointer gap-2 border-y py-2">
            <input type="radio" value={own} {...form.register('preset')} className="mt-1 accent-accent" />
            <span>
              <span className="block font-medium">Own base URL</span>
              <span className="block text-ink-muted text-sm">
                A proxy, a mock or a gateway of yours that speaks the same API.
              </span>
            </span>
          </label>
        </fieldset>
        {form.errorsOf('preset') && <Notice tone="bad">{form.errorsOf('preset')?.join(' ')}</Notice>}
        {!chosen && (
          <>
            <div className="flex flex-col items-start gap-1">
              <span className="font-medium text-sm">Kind</span>
              <Segmented
                aria-label="Kind"
                value={kind}
                onChange={(next) => form.setValue('kind', next)}
                options={kindOptions}
              />
            </div>
            <FormField
              form={form}
              name="baseUrl"
              label="Base URL"
              hint="Without the path of a call. Production takes https only."
            >
              {(slots) => (
                <Input
                  {...slots}
                  className="font-mono"
                  inputMode="url"
                  spellCheck={false}
                  placeholder="https://payments.example.co.ke"
                />
              )}
            </FormField>
          </>
        )}
        <FormMessage form={form} />
      </DialogBody>
      <DialogFooter>
        <Button onClick={close}>Cancel</Button>
        <Button
          type="submit"
          variant={(chosen?.kind ?? kind) === 'production' ? 'production' : 'primary'}
          disabled={form.isPending}
        >
          {form.isPending ? 'Creating…' : 'Create environment'}
        </Button>
      </DialogFooter>
    </form>
  )
}
