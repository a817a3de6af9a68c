'use client'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Section } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import type { MozambiqueAccountView } from '@/lib/workspace/portal/views'
import type { MozambiqueAccountInput } from '@/lib/workspace/world/input'
import { useWorldChange } from './queries'

/** The one switch between the modes: where results are sent, or nowhere. */
export function MozambiqueMode({
  account,
  canChange,
  inboxUrl,
}: {
  account: MozambiqueAccountView
  canChange: boolean
  inboxUrl: string
}) {
  const change = useWorldChange()
  const say = useToast()
  const isAsynchronous = account.mode === 'asynchronous'
  const form = useForm({
    values: { responseUrl: account.responseUrl ?? '' },
    schema: async () => (await import('@/lib/workspace/world/input')).mozambiqueAccountInput,
    input: ({ responseUrl }): MozambiqueAccountInput => ({ responseUrl: responseUrl.trim() || null }),
    submit: (input) => change('PATCH /sandbox/mozambique/account', { body: input }),
    onDone: (saved) => say(`All calls are ${saved.account.mode} now`),
  })
  const fill = (responseUrl: string) => form.setValue('responseUrl', responseUrl)
  return (
    <Section
      title={
        <span className="flex items-center gap-2">
          Mode <Badge tone={isAsynchronous ? 'pending' : 'good'}>{account.mode}</Badge>
        </span>
      }
      description="With a response URL every call answers at once and its result is sent there. Without one every call waits for its result: a C2B payment stays open until the phone has answered."
    >
      <form {...form.props} className="flex max-w-2xl flex-col gap-3">
        <FormField form={form} name="responseUrl" label="Asynchronous response URL">
          {(slots) => (
            <Input {...slots} type="url" inputMode="url" placeholder={inboxUrl} disabled={!canChange} />
          )}
        </FormField>
        <FormMessage form={form} />
        {canChange && (
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" disabled={form.isPending}>
              Update
            </Button>
            {form.watch('responseUrl').trim() !== inboxUrl && (
              <Button disabled={form.isPending} onClick={() => fill(inboxUrl)}>
                Fill in the inbox
              </Button>
            )}
            {isAsynchronous && (
              <Button
                disabled={form.isPending}
                onClick={() => {
                  fill('')
                  void form.submit()
                }}
              >
                Back to synchronous
              </Button>
            )}
          </div>
        )}
      </form>
    </Section>
  )
}
