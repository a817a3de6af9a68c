'use client'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import type { ActionResult } from '@/lib/auth/action-result'
import { signInBy } from '@/lib/auth/client'
import { textOf, useActionForm } from './use-action-form'

type Answers = { token: string; name: string; email: string; password: string }

export function AcceptInvitationForm({
  token,
  accept,
}: {
  token: string
  accept: (input: Answers) => Promise<ActionResult<{ email: string }>>
}) {
  const { form, onSubmit, pending, message, fields } = useActionForm(
    accept,
    (data): Answers => ({
      token,
      name: textOf(data, 'name'),
      email: textOf(data, 'email'),
      password: textOf(data, 'password'),
    }),
    async ({ email }, filled) => {
      const answer = await signInBy('password', {
        email,
        password: textOf(new FormData(filled), 'password'),
      })
      window.location.replace(answer.kind === 'signed-in' ? '/' : '/sign-in')
    },
  )
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <Field label="Name" errors={fields.name} hint="As your team knows you.">
        {(slots) => <Input {...slots} name="name" autoComplete="name" autoFocus />}
      </Field>
      <Field label="E-mail" errors={fields.email} hint="You sign in with it. Nothing is sent to it.">
        {(slots) => <Input {...slots} name="email" type="email" autoComplete="username" spellCheck={false} />}
      </Field>
      <Field label="Password" errors={fields.password} hint="10 characters or more.">
        {(slots) => <Input {...slots} name="password" type="password" autoComplete="new-password" />}
      </Field>
      <div aria-live="polite" className="contents">
        {message && <Notice tone="bad" title={message} />}
      </div>
      <Button type="submit" variant="primary" size="lg" disabled={pending}>
        {pending ? 'Joining…' : 'Join'}
      </Button>
    </form>
  )
}
