'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { KindBadge } from '@/components/payments/verdict'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/choice'
import { Dialog, DialogBody, DialogContent, DialogFooter } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import type { PresetView } from '@/lib/workspace/environments/list-presets'
import type { EnvironmentKind } from '@/lib/workspace/views'
import type { EnvironmentActions } from './actions'
import { kindOptions } from './kind-options'
import { useAction } from './use-action'

const own = 'own'

/** Opened by `?new=1`: from a preset, or to a base URL of one's own. */
export function CreateEnvironment({
  open,
  presets,
  create,
}: {
  open: boolean
  presets: PresetView[]
  create: EnvironmentActions['create']
}) {
  const router = useRouter()
  const close = () => router.replace('/environments', { scroll: false })
  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()}>
      <DialogContent
        title="New environment"
        description="A place to send requests to, with its own credentials and token."
      >
        <CreateForm presets={presets} create={create} close={close} />
      </DialogContent>
    </Dialog>
  )
}

function CreateForm({
  presets,
  create,
  close,
}: {
  presets: PresetView[]
  create: EnvironmentActions['create']
  close: () => void
}) {
  const router = useRouter()
  const group = useId()
  const systems = [...new Map(presets.map((one) => [one.system, one.systemTitle]))]
  const first = presets.find((one) => one.kind === 'sandbox') ?? presets[0]
  const [preset, setPreset] = useState(first?.id ?? own)
  const [name, setName] = useState('')
  const [system, setSystem] = useState(systems[0]?.[0] ?? '')
  const [kind, setKind] = useState<EnvironmentKind>('sandbox')
  const [baseUrl, setBaseUrl] = useState('')
  const { run, isPending, errorsOf, isGeneral, message } = useAction(create)
  const chosen = presets.find((one) => one.id === preset)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const named = name.trim() === '' ? {} : { name }
    run(chosen ? { preset, ...named } : { system, kind, baseUrl, ...named }, ({ slug }) =>
      router.push(`/environments/${slug}`),
    )
  }
  return (
    <form onSubmit={submit} className="flex min-h-0 flex-1 flex-col" noValidate>
      <DialogBody className="flex flex-col gap-4">
        <fieldset className="flex flex-col">
          <legend className="mb-1 font-medium text-sm">Start from</legend>
          {presets.map((one) => (
            <label key={one.id} className="flex cursor-pointer gap-2 border-t py-2">
              <input
                type="radio"
                name={group}
                value={one.id}
                checked={preset === one.id}
                onChange={() => setPreset(one.id)}
                className="mt-1 accent-accent"
              />
              <span className="min-w-0">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">{one.name}</span>
                  <KindBadge kind={one.kind} />
                  {systems.length > 1 && <span className="text-ink-muted text-sm">{one.systemTitle}</span>}
                </span>
                <span className="block text-ink-muted text-sm">{one.help}</span>
              </span>
            </label>
          ))}
          <label className="flex cursor-pointer gap-2 border-y py-2">
            <input
              type="radio"
              name={group}
              value={own}
              checked={preset === own}
              onChange={() => setPreset(own)}
              className="mt-1 accent-accent"
            />
            <span>
              <span className="block font-medium">Own base URL</span>
              <span className="block text-ink-muted text-sm">
                A proxy, a mock or a gateway of yours that speaks the same API.
              </span>
            </span>
          </label>
        </fieldset>
        {errorsOf('preset') && <Notice tone="bad">{errorsOf('preset')?.join(' ')}</Notice>}
        <Field label="Name" optional={chosen !== undefined} errors={errorsOf('name')}>
          {(slots) => (
            <Input
              {...slots}
              value={name}
              maxLength={60}
              placeholder={chosen?.name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {!chosen && (
          <>
            {systems.length > 1 && (
              <Field label="API system" errors={errorsOf('system')}>
                {(slots) => (
                  <Select {...slots} value={system} onChange={(event) => setSystem(event.target.value)}>
                    {systems.map(([id, title]) => (
                      <option key={id} value={id}>
                        {title}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
            )}
            <div className="flex flex-col items-start gap-1">
              <span className="font-medium text-sm">Kind</span>
              <Segmented aria-label="Kind" value={kind} onChange={setKind} options={kindOptions} />
            </div>
            <Field
              label="Base URL"
              errors={errorsOf('baseUrl')}
              hint="Without the path of a call. Production takes https only."
            >
              {(slots) => (
                <Input
                  {...slots}
                  className="font-mono"
                  inputMode="url"
                  spellCheck={false}
                  placeholder="https://payments.example.co.ke"
                  value={baseUrl}
                  onChange={(event) => setBaseUrl(event.target.value)}
                />
              )}
            </Field>
          </>
        )}
        {isGeneral && <Notice tone="bad">{message}</Notice>}
      </DialogBody>
      <DialogFooter>
        <Button onClick={close}>Cancel</Button>
        <Button
          type="submit"
          variant={(chosen?.kind ?? kind) === 'production' ? 'production' : 'primary'}
          disabled={isPending}
        >
          {isPending ? 'Creating…' : 'Create environment'}
        </Button>
      </DialogFooter>
    </form>
  )
}
