'use client'
import { FormField } from '@/components/forms/form-field'
import type { Form } from '@/components/forms/use-form'
import { Input } from '@/components/ui/input'
import type { NewAccount } from '@/lib/workspace/people/people-fields'

/** Who somebody is, and how they sign in. */
export function AccountFields({
  form,
  nameHint,
  autoFocus,
}: {
  form: Form<NewAccount>
  nameHint?: string
  autoFocus?: boolean
}) {
  return (
    <>
      <FormField form={form} name="name" label="Name" hint={nameHint}>
        {(slots) => <Input {...slots} autoComplete="name" autoFocus={autoFocus} />}
      </FormField>
      <FormField form={form} name="email" label="E-mail" hint="You sign in with it. Nothing is sent to it.">
        {(slots) => <Input {...slots} type="email" autoComplete="username" spellCheck={false} />}
      </FormField>
      <FormField form={form} name="password" label="Password" hint="10 characters or more.">
        {(slots) => <Input {...slots} type="password" autoComplete="new-password" />}
      </FormField>
    </>
  )
}
