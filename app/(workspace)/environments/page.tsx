import type { Metadata } from 'next'
import Link from 'next/link'
import { CreateEnvironment } from '@/components/environments/create-environment'
import { EnvironmentList } from '@/components/environments/environment-list'
import { Button } from '@/components/ui/button'
import { Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { currentEnvironment } from '@/lib/workspace/environments/current'
import { listEnvironments } from '@/lib/workspace/environments/list-environments'
import { listPresets } from '@/lib/workspace/environments/list-presets'
import { isAtLeast } from '@/lib/workspace/people/require-role'
import { deps } from '@/lib/workspace/server/context'
import { environmentActions } from './environment-actions'

export const metadata: Metadata = { title: 'Environments' }

export default async function EnvironmentsPage({ searchParams }: PageProps<'/environments'>) {
  const actor = await requireMember()
  const canChange = isAtLeast(actor.role, 'member')
  return (
    <Page>
      <PageHeader
        title="Environments"
        description="Places to send requests to, each with its credentials, its certificate and its token."
      >
        {canChange && (
          <Button variant="primary" asChild>
            <Link href="/environments?new=1" scroll={false}>
              New environment
            </Link>
          </Button>
        )}
      </PageHeader>
      <EnvironmentList
        environments={listEnvironments(deps(), actor)}
        currentId={await currentEnvironment(deps(), actor)}
        choose={environmentActions.choose}
      />
      {canChange && (
        <CreateEnvironment
          open={(await searchParams).new !== undefined}
          presets={listPresets()}
          create={environmentActions.create}
        />
      )}
    </Page>
  )
}
