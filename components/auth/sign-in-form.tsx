'use client'
import { useState } from 'react'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { clockTime } from '@/components/ui/time'
import type { ActionResult } from '@/lib/auth/action-result'
import { signInBy } from '@/lib/auth/client'
import { duration } from '@/lib/duration'

type Locked = { until: number; now: number }

/** `next` is a path of our own, checked by the page. */
export function SignInForm({ next }: { next: string }) {
  const [locked, setLocked] = useState<Locked>()
  const form = useForm({
    values: { email: '', password: '' },
    check: ({ email, password }) => ({
      email: email === '' ? ['Enter your e-mail address.'] : undefined,
      password: password === '' ? ['Enter your password.'] : undefined,
    }),
    submit: async (typed): Promise<ActionResult> => {
      setLocked(undefined)
      const answer = await signInBy('password', typed)
      if (answer.kind === 'signed-in') return { ok: true, data: undefined }
      if (answer.kind === 'locked') {
        setLocked({ until: answer.until, now: Date.now() })
        return { ok: false, message: '', fields: {} }
      }
      return { ok: false, message: '', fields: { password: ['E-mail or password is wrong.'] } }
    },
    onDone: () => window.location.assign(next),
  })
  return (
    <form {...form.props} className="flex flex-col gap-4">
      <FormField form={form} name="email" label="E-mail">
        {(slots) => <Input {...slots} type="email" autoComplete="username" spellCheck={false} autoFocus />}
      </FormField>
      <FormField form={form} name="password" label="Password">
        {(slots) => <Input {...slots} type="password" autoComplete="current-password" />}
      </FormField>
      <FormMessage form={form}>
        {locked && (
          <Notice tone="warn" title={`Locked until ${clockTime(locked.until, false)}`}>
            Too many sign-ins failed. Try again in {duration(Math.max(0, locked.until - locked.now))}; each
            further failure doubles the wait.
          </Notice>
        )}
      </FormMessage>
      <Button type="submit" variant="primary" size="lg" disabled={form.isPending}>
        {form.isPending ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  )
}
