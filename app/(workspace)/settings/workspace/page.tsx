import type { Metadata } from 'next'
import { NameForm } from '@/components/settings/account-forms'
import { Facts, Section } from '@/components/ui/layout'
import { Time } from '@/components/ui/time'
import { requireMember } from '@/lib/auth/require'
import { getWorkspace } from '@/lib/workspace/people/workspace'
import { deps } from '@/lib/workspace/server/context'
import { renameWorkspace } from '../actions'

export const metadata: Metadata = { title: 'Workspace' }

export default async function WorkspacePage() {
  const actor = await requireMember('viewer', '/settings/workspace')
  const { id, name, createdAt } = getWorkspace(deps(), actor)
  return (
    <Section title="Workspace" description="A team and all that it owns.">
      {actor.role === 'owner' && <NameForm label="Workspace name" name={name} rename={renameWorkspace} />}
      <Facts
        className="mt-5"
        rows={[
          ...(actor.role === 'owner' ? [] : [{ name: 'Name', value: name }]),
          { name: 'Id', value: <code>{id}</code> },
          { name: 'Created', value: <Time at={createdAt} show="date" /> },
        ]}
      />
    </Section>
  )
}
