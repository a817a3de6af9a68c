'use client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/layout'
import { clockTime, duration } from '@/components/ui/time'
import { signInBy } from '@/lib/auth/client'
import { textOf } from './use-action-form'

type State =
  | { kind: 'idle' | 'sending' | 'wrong' | 'lost' }
  | { kind: 'incomplete'; email: boolean; password: boolean }
  | { kind: 'locked'; until: number; now: number }

/** `next` is a path of our own, checked by the page. */
export function SignInForm({ next }: { next: string }) {
  const form = useRef<HTMLFormElement>(null)
  const [state, setState] = useState<State>({ kind: 'idle' })

  useEffect(() => {
    if (state.kind === 'wrong' || state.kind === 'incomplete') {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
  }, [state])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const email = textOf(data, 'email')
    const password = textOf(data, 'password')
    if (!email || !password) {
      setState({ kind: 'incomplete', email: !email, password: !password })
      return
    }
    setState({ kind: 'sending' })
    try {
      const answer = await signInBy('password', { email, password })
      if (answer.kind === 'signed-in') window.location.assign(next)
      else if (answer.kind === 'locked') setState({ ...answer, now: Date.now() })
      else setState({ kind: 'wrong' })
    } catch {
      setState({ kind: 'lost' })
    }
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field
        label="E-mail"
        errors={state.kind === 'incomplete' && state.email ? ['Enter your e-mail address.'] : undefined}
      >
        {(slots) => (
          <Input {...slots} name="email" type="email" autoComplete="username" spellCheck={false} autoFocus />
        )}
      </Field>
      <Field
        label="Password"
        errors={
          state.kind === 'wrong'
            ? ['E-mail or password is wrong.']
            : state.kind === 'incomplete' && state.password
              ? ['Enter your password.']
              : undefined
        }
      >
        {(slots) => <Input {...slots} name="password" type="password" autoComplete="current-password" />}
      </Field>
      <div aria-live="polite" className="contents">
        {state.kind === 'locked' && (
          <Notice tone="warn" title={`Locked until ${clockTime(state.until, false)}`}>
            Too many sign-ins failed. Try again in {duration(Math.max(0, state.until - state.now))}; each
            further failure doubles the wait.
          </Notice>
        )}
        {state.kind === 'lost' && (
          <Notice tone="bad" title="The server could not be reached">
            Check that Jaribu runs, then try again.
          </Notice>
        )}
      </div>
      <Button type="submit" variant="primary" size="lg" disabled={state.kind === 'sending'}>
        {state.kind === 'sending' ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  )
}
