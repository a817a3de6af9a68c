'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import type { EnvironmentView } from '@/lib/workspace/views'
import type { EnvironmentActions } from './actions'
import { type Credential, PlainCredential, SecretCredential } from './credential-field'
import { ImportDialog } from './import-dialog'
import { useAction } from './use-action'

type Draft = { values: Record<string, string>; clear: string[] }
const untouched: Draft = { values: {}, clear: [] }

/** Shortcodes as they are, secrets as masks: an empty secret field leaves what is stored. */
export function CredentialsForm({
  environment,
  canChange,
  actions,
}: {
  environment: EnvironmentView
  canChange: boolean
  actions: EnvironmentActions
}) {
  const say = useToast()
  const [draft, setDraft] = useState<Draft>(untouched)
  const { run, isPending, errorsOf, isGeneral, message } = useAction(actions.save)
  const isChanged = draft !== untouched
  const type = (name: string, value: string) =>
    setDraft((before) => ({
      values: { ...before.values, [name]: value },
      clear: before.clear.filter((one) => one !== name),
    }))
  const toggleClear = (name: string) =>
    setDraft((before) => ({
      values: { ...before.values, [name]: '' },
      clear: before.clear.includes(name)
        ? before.clear.filter((one) => one !== name)
        : [...before.clear, name],
    }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // An emptied plain field means "forget it"; an empty secret field means "leave it".
    const emptied = environment.credentials
      .filter((one) => !one.secret && one.set && draft.values[one.name]?.trim() === '')
      .map((one) => one.name)
    run(
      {
        environment: environment.id,
        change: { credentials: draft.values, clear: [...new Set([...draft.clear, ...emptied])] },
      },
      () => {
        setDraft(untouched)
        say('Credentials saved')
      },
    )
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="max-w-2xl text-ink-muted text-sm">
          Secrets are encrypted on disk, shown as masks and left out of history and exports.
        </p>
        {/* Outside of the form below: a submit inside the dialog would bubble into it. */}
        {canChange && <ImportDialog environment={environment.id} importPasted={actions.importPasted} />}
      </div>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <div className="border-t">
          {environment.credentials.map((credential: Credential) =>
            credential.secret ? (
              <SecretCredential
                key={credential.name}
                credential={credential}
                value={draft.values[credential.name] ?? ''}
                isCleared={draft.clear.includes(credential.name)}
                errors={errorsOf(`credentials.${credential.name}`)}
                canChange={canChange}
                onType={(value) => type(credential.name, value)}
                onClear={() => toggleClear(credential.name)}
                reveal={() => actions.reveal({ environment: environment.id, name: credential.name })}
              />
            ) : (
              <PlainCredential
                key={credential.name}
                credential={credential}
                value={draft.values[credential.name] ?? credential.shown ?? ''}
                errors={errorsOf(`credentials.${credential.name}`)}
                canChange={canChange}
                onType={(value) => type(credential.name, value)}
              />
            ),
          )}
        </div>
        {isGeneral && <Notice tone="bad">{message}</Notice>}
        {canChange && (
          <div className="sticky bottom-0 flex flex-wrap items-center gap-2 border-t bg-canvas py-3">
            <Button type="submit" variant="primary" disabled={!isChanged || isPending}>
              {isPending ? 'Saving…' : 'Save credentials'}
            </Button>
            {isChanged && <Button onClick={() => setDraft(untouched)}>Discard changes</Button>}
          </div>
        )}
      </form>
    </div>
  )
}
