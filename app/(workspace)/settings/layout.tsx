import type { ReactNode } from 'react'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { isAtLeast } from '@/lib/workspace/people/require-role'
import type { Role } from '@/lib/workspace/views'

const pages: { href: string; label: string; minimum: Role }[] = [
  { href: '/settings/account', label: 'Account', minimum: 'viewer' },
  { href: '/settings/members', label: 'Members', minimum: 'viewer' },
  { href: '/settings/inboxes', label: 'Inboxes', minimum: 'viewer' },
  { href: '/settings/reach', label: 'Reachable', minimum: 'viewer' },
  { href: '/settings/tokens', label: 'API tokens', minimum: 'member' },
  { href: '/settings/workspace', label: 'Workspace', minimum: 'viewer' },
  { href: '/settings/audit', label: 'Audit', minimum: 'member' },
  { href: '/settings/about', label: 'About', minimum: 'viewer' },
]

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { role } = await requireMember()
  return (
    <Page>
      <PageHeader title="Settings" />
      <SettingsTabs pages={pages.filter(({ minimum }) => isAtLeast(role, minimum))} />
      {children}
    </Page>
  )
}
