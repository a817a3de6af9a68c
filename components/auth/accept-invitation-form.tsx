'use client'
import { FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import type { ActionResult } from '@/lib/auth/action-result'
import { signInBy } from '@/lib/auth/client'
import type { NewAccount } from '@/lib/workspace/people/people-fields'
import { AccountFields } from './account-fields'

export function AcceptInvitationForm({
  token,
  accept,
}: {
  token: string
  accept: (input: NewAccount & { token: string }) => Promise<ActionResult<{ email: string }>>
}) {
  const form = useForm({
    values: { name: '', email: '', password: '' },
    schema: async () => (await import('@/lib/workspace/people/people-fields')).newAccount,
    submit: async (account): Promise<ActionResult<string>> => {
      const accepted = await accept({ ...account, token })
      if (!accepted.ok) return accepted
      // The account is there: who cannot be signed in at once does it by hand.
      const answer = await signInBy('password', {
        email: accepted.data.email,
        password: account.password,
      }).catch(() => undefined)
      return { ok: true, data: answer?.kind === 'signed-in' ? '/' : '/sign-in' }
    },
    onDone: (path) => window.location.replace(path),
  })
  return (
    <form {...form.props} className="flex flex-col gap-4">
      <AccountFields form={form} nameHint="As your team knows you." autoFocus />
      <FormMessage form={form} />
      <Button type="submit" variant="primary" size="lg" disabled={form.isPending}>
        {form.isPending ? 'Joining…' : 'Join'}
      </Button>
    </form>
  )
}
