'use client'
import { FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { EnvironmentView } from '@/lib/workspace/views'
import type { EnvironmentActions } from './actions'
import { PlainCredential, SecretCredential } from './credential-field'
import { changeOf, draftOf } from './credentials-draft'
import { ImportDialog } from './import-dialog'

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
  const form = useForm({
    values: draftOf(environment),
    schema: async () => (await import('@/lib/workspace/environments/input')).updateEnvironmentInput,
    input: (draft) => changeOf(environment, draft),
    submit: (change) => actions.save({ environment: environment.id, ...change }),
    onDone: (saved, { reset }) => {
      reset(draftOf(saved))
      say('Credentials saved')
    },
  })
  return (
    <div className="@container flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="max-w-2xl text-ink-muted text-sm">
          Secrets are encrypted on disk, shown as masks and left out of history and exports.
        </p>
        {/* Outside of the form below: a submit inside the dialog would bubble into it. */}
        {canChange && <ImportDialog environment={environment.id} importPasted={actions.importPasted} />}
      </div>
      <form {...form.props} className="flex flex-col gap-4">
        <div className="border-t">
          {environment.credentials.map((credential) =>
            credential.secret ? (
              <SecretCredential
                key={credential.name}
                form={form}
                credential={credential}
                canChange={canChange}
                reveal={() => actions.reveal({ environment: environment.id, name: credential.name })}
              />
            ) : (
              <PlainCredential
                key={credential.name}
                form={form}
                credential={credential}
                canChange={canChange}
              />
            ),
          )}
        </div>
        <FormMessage form={form} />
        {canChange && (
          <div className="sticky bottom-0 flex flex-wrap items-center gap-2 border-t bg-canvas py-3">
            <Button type="submit" variant="primary" disabled={!form.isChanged || form.isPending}>
              {form.isPending ? 'Saving…' : 'Save credentials'}
            </Button>
            {form.isChanged && <Button onClick={() => form.reset()}>Discard changes</Button>}
          </div>
        )}
      </form>
    </div>
  )
}
