'use client'
import { useRouter } from 'next/navigation'
import { AccountFields } from '@/components/auth/account-fields'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/auth/action-result'
import type { NewAccount } from '@/lib/workspace/people/people-fields'

type Act<Input> = (input: Input) => Promise<ActionResult<unknown>>

const formClasses = 'flex max-w-md flex-col gap-3'

const fields = () => import('@/lib/workspace/people/people-fields')

/** What follows every change of an account: it is said, and the page is drawn with it. */
const useSaved = () => {
  const router = useRouter()
  const say = useToast()
  return (words: string) => {
    say(words)
    router.refresh()
  }
}

/** For the owner who came by the one-time link. */
export function FinishAccountForm({ name, finish }: { name: string; finish: Act<NewAccount> }) {
  const saved = useSaved()
  const form = useForm({
    values: { name, email: '', password: '' },
    schema: async () => (await fields()).newAccount,
    submit: finish,
    onDone: () => saved('Account finished: sign in with this e-mail and password from now on'),
  })
  return (
    <form {...form.props} className={formClasses}>
      <AccountFields form={form} />
      <FormMessage form={form} />
      <Button type="submit" variant="primary" className="self-start" disabled={form.isPending}>
        {form.isPending ? 'Saving…' : 'Finish account'}
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
  const saved = useSaved()
  const form = useForm({
    values: { name },
    schema: async () => (await fields()).newName,
    submit: rename,
    onDone: () => saved('Name saved'),
  })
  return (
    <form {...form.props} className={formClasses}>
      <FormField form={form} name="name" label={label}>
        {(slots) => <Input {...slots} autoComplete="off" />}
      </FormField>
      <FormMessage form={form} />
      <Button type="submit" className="self-start" disabled={form.isPending}>
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
  const saved = useSaved()
  const form = useForm({
    values: { email, currentPassword: '' },
    schema: async () => (await fields()).newEmail,
    submit: change,
    onDone: (_, { setValue }) => {
      setValue('currentPassword', '')
      saved('E-mail saved')
    },
  })
  return (
    <form {...form.props} className={formClasses}>
      <FormField form={form} name="email" label="E-mail">
        {(slots) => <Input {...slots} type="email" autoComplete="username" spellCheck={false} />}
      </FormField>
      <FormField form={form} name="currentPassword" label="Current password">
        {(slots) => <Input {...slots} type="password" autoComplete="current-password" />}
      </FormField>
      <FormMessage form={form} />
      <Button type="submit" className="self-start" disabled={form.isPending}>
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
  const saved = useSaved()
  const form = useForm({
    values: { currentPassword: '', password: '' },
    schema: async () => (await fields()).passwordChange,
    submit: change,
    onDone: (_, { reset }) => {
      reset()
      saved('Password changed. You are signed out everywhere else.')
    },
  })
  return (
    <form {...form.props} className={formClasses}>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      {needsCurrent ? (
        <FormField form={form} name="currentPassword" label="Current password">
          {(slots) => <Input {...slots} type="password" autoComplete="current-password" />}
        </FormField>
      ) : (
        <Notice>You came by a one-time link: for an hour it stands for your current password.</Notice>
      )}
      <FormField form={form} name="password" label="New password" hint="10 characters or more.">
        {(slots) => <Input {...slots} type="password" autoComplete="new-password" />}
      </FormField>
      <FormMessage form={form} />
      <Button type="submit" className="self-start" disabled={form.isPending}>
        Change password
      </Button>
    </form>
  )
}
