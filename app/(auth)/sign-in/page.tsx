import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/auth/sign-in-form'
import { Notice } from '@/components/ui/layout'
import { safePath } from '@/lib/auth/client'
import { currentMember } from '@/lib/auth/require'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const asked = await searchParams
  const next = wantedPath(asked)
  if (await currentMember()) redirect(next)
  return (
    <>
      <h1 className="font-semibold text-xl">Sign in</h1>
      {asked.out !== undefined && <Notice tone="info" title="You are signed out." />}
      <SignInForm next={next} />
      <p className="text-ink-muted text-sm">
        First start, or a forgotten owner password: run <code>npm run link</code> on the machine that runs
        Jaribu and open the link it prints. Members ask an owner for a new invitation.
      </p>
    </>
  )
}

const ours = new Set(['next', 'out', 'error', 'callbackUrl'])

/** The redirect to this page keeps the query of the wanted page beside `next`. */
const wantedPath = (asked: Record<string, string | string[] | undefined>): string => {
  const path = safePath(typeof asked.next === 'string' ? asked.next : undefined)
  if (path.includes('?')) return path
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) {
    if (ours.has(name)) continue
    for (const each of Array.isArray(value) ? value : [value ?? '']) query.append(name, each)
  }
  return query.size > 0 ? `${path}?${query}` : path
}
