'use client'
import { useRouter } from 'next/navigation'
import { textOf, useActionForm } from '@/components/auth/use-action-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/auth/action-result'

type Act<Input> = (input: Input) => Promise<ActionResult<unknown>>

const Message = ({ text }: { text: string }) => (
  <div aria-live="polite" className="contents">
    {text && <Notice tone="bad" title={text} />}
  </div>
)

const formClasses = 'flex max-w-md flex-col gap-3'

/** For the owner who came by the one-time link. */
export function FinishAccountForm({
  name,
  finish,
}: {
  name: string
  finish: Act<{ name: string; email: string; password: string }>
}) {
  const router = useRouter()
  const say = useToast()
  const { form, onSubmit, pending, message, fields } = useActionForm(
    finish,
    (data) => ({
      name: textOf(data, 'name'),
      email: textOf(data, 'email'),
      password: textOf(data, 'password'),
    }),
    () => {
      say('Account finished: sign in with this e-mail and password from now on')
      router.refresh()
    },
  )
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className={formClasses}>
      <Field label="Name" errors={fields.name}>
        {(slots) => <Input {...slots} name="name" autoComplete="name" defaultValue={name} />}
      </Field>
      <Field label="E-mail" errors={fields.email} hint="You sign in with it. Nothing is sent to it.">
        {(slots) => <Input {...slots} name="email" type="email" autoComplete="username" spellCheck={false} />}
      </Field>
      <Field label="Password" errors={fields.password} hint="10 characters or more.">
        {(slots) => <Input {...slots} name="password" type="password" autoComplete="new-password" />}
      </Field>
      <Message text={message} />
      <Button type="submit" variant="primary" className="self-start" disabled={pending}>
        {pending ? 'Saving…' : 'Finish account'}
      </Button>
    </form>
  )
}

/** One line of text with its button: a name of a person or of the workspace. */
export function NameForm({
  label,
  name,
  rename,
}: {
  label: string
  name: string
  rename: Act<{ name: string }>
}) {
  const router = useRouter()
  const say = useToast()
  const { form, onSubmit, pending, message, fields } = useActionForm(
    rename,
    (data) => ({ name: textOf(data, 'name') }),
    () => {
      say('Name saved')
      router.refresh()
    },
  )
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className={formClasses}>
      <Field label={label} errors={fields.name}>
        {(slots) => <Input {...slots} name="name" autoComplete="off" defaultValue={name} />}
      </Field>
      <Message text={message} />
      <Button type="submit" className="self-start" disabled={pending}>
        Save name
      </Button>
    </form>
  )
}

export function EmailForm({
  email,
  change,
}: {
  email: string
  change: Act<{ email: string; currentPassword: string }>
}) {
  const router = useRouter()
  const say = useToast()
  const { form, onSubmit, pending, message, fields } = useActionForm(
    change,
    (data) => ({ email: textOf(data, 'email'), currentPassword: textOf(data, 'currentPassword') }),
    (_, filled) => {
      say('E-mail saved')
      filled.reset()
      router.refresh()
    },
  )
  return (
    <form key={email} ref={form} onSubmit={onSubmit} noValidate className={formClasses}>
      <Field label="E-mail" errors={fields.email}>
        {(slots) => (
          <Input
            {...slots}
            name="email"
            type="email"
            autoComplete="username"
            spellCheck={false}
            defaultValue={email}
          />
        )}
      </Field>
      <Field label="Current password" errors={fields.currentPassword}>
        {(slots) => (
          <Input {...slots} name="currentPassword" type="password" autoComplete="current-password" />
        )}
      </Field>
      <Message text={message} />
      <Button type="submit" className="self-start" disabled={pending}>
        Save e-mail
      </Button>
    </form>
  )
}

export function PasswordForm({
  email,
  needsCurrent,
  change,
}: {
  email: string
  /** False for a while after a one-time link: it stands for a forgotten password. */
  needsCurrent: boolean
  change: Act<{ currentPassword: string; password: string }>
}) {
  const router = useRouter()
  const say = useToast()
  const { form, onSubmit, pending, message, fields } = useActionForm(
    change,
    (data) => ({ currentPassword: textOf(data, 'currentPassword'), password: textOf(data, 'password') }),
    (_, filled) => {
      filled.reset()
      say('Password changed. You are signed out everywhere else.')
      router.refresh()
    },
  )
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className={formClasses}>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      {needsCurrent ? (
        <Field label="Current password" errors={fields.currentPassword}>
          {(slots) => (
            <Input {...slots} name="currentPassword" type="password" autoComplete="current-password" />
          )}
        </Field>
      ) : (
        <Notice>You came by a one-time link: for an hour it stands for your current password.</Notice>
      )}
      <Field label="New password" errors={fields.password} hint="10 characters or more.">
        {(slots) => <Input {...slots} name="password" type="password" autoComplete="new-password" />}
      </Field>
      <Message text={message} />
      <Button type="submit" className="self-start" disabled={pending}>
        Change password
      </Button>
    </form>
  )
}
