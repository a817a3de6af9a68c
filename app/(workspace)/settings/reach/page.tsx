import type { Metadata } from 'next'
import Link from 'next/link'
import { ReachGuide } from '@/components/inboxes/reach-guide'
import { Section } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { listInboxes } from '@/lib/workspace/inboxes/read-inboxes'
import { waysTo } from '@/lib/workspace/inboxes/ways'
import { isAtLeast } from '@/lib/workspace/people/require-role'
import { deps } from '@/lib/workspace/server/context'
import { inboxActions } from '../inboxes/inbox-actions'

export const metadata: Metadata = { title: 'Getting reachable' }

export default async function ReachPage() {
  const actor = await requireMember('viewer', '/settings/reach')
  const { config } = deps()
  const { hostname } = new URL(config.publicUrl)
  const host = hostname.includes('.') && !/^[\d.]+$/.test(hostname) ? hostname : 'hooks.example.com'
  const inboxes = listInboxes(deps(), actor).map(({ name, url, publicUrl }) => ({ name, url, publicUrl }))
  return (
    <Section
      title="Getting reachable"
      description={
        <>
          A provider posts its callbacks to a public address. The local sandbox needs none of this.{' '}
          {config.hookPort === undefined ? (
            <>
              Start with <code>JARIBU_HOOK_PORT=4000</code> first: that port takes callbacks alone, so that a
              proxy or tunnel shows nothing else of Jaribu.
            </>
          ) : (
            <>
              Port {config.hookPort} takes callbacks alone: a proxy or tunnel to it shows nothing else of
              Jaribu.
            </>
          )}{' '}
          Secrets and sources are set for each <Link href="/settings/inboxes">inbox</Link>.
        </>
      }
    >
      <ReachGuide
        ways={waysTo({
          host,
          port: config.hookPort ?? config.port,
          isHookPort: config.hookPort !== undefined,
        })}
        inboxes={inboxes}
        serverUrl={config.publicUrl}
        canCheck={isAtLeast(actor.role, 'member')}
        actions={inboxActions}
      />
    </Section>
  )
}
