import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { OpenLink } from '@/components/auth/open-link'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/layout'
import { currentMember } from '@/lib/auth/require'
import { readOwnerLink } from '@/lib/workspace/people/sign-in-link'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'Sign in as the owner' }

const titles = {
  used: 'This link was used already',
  expired: 'This link has expired',
  revoked: 'A newer link has replaced this one',
  unknown: 'This link is unknown',
} as const

export default async function StartPage({ params }: PageProps<'/start/[token]'>) {
  const { token } = await params
  const state = readOwnerLink(deps(), token)
  if (state === 'open') {
    return (
      <>
        <h1 className="font-semibold text-xl">Sign in as the owner</h1>
        <OpenLink token={token} />
      </>
    )
  }
  // Whoever opens their own used link again wants in.
  if (await currentMember()) redirect('/')
  return (
    <>
      <h1 className="font-semibold text-xl">{titles[state]}</h1>
      <Notice tone="warn" title="It signs in once, within 24 hours">
        {state === 'unknown' && 'Check that it was copied whole. '}
        For a fresh one, run this on the machine that runs Jaribu: <code>npm run link</code>
      </Notice>
      <Button asChild size="lg">
        <Link href="/sign-in">Sign in with e-mail and password</Link>
      </Button>
    </>
  )
}
