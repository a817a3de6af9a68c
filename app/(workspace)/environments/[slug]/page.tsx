import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ChooseButton } from '@/components/environments/choose-button'
import { EnvironmentEditor } from '@/components/environments/environment-editor'
import { KindBadge } from '@/components/payments/verdict'
import { Badge } from '@/components/ui/badge'
import { CopyText } from '@/components/ui/copy'
import { Notice, Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { currentEnvironment } from '@/lib/workspace/environments/current'
import { listEnvironments } from '@/lib/workspace/environments/list-environments'
import { listInboxNames } from '@/lib/workspace/environments/list-inbox-names'
import { isAtLeast } from '@/lib/workspace/people/require-role'
import { deps } from '@/lib/workspace/server/context'
import { environmentActions } from '../environment-actions'

type Props = PageProps<'/environments/[slug]'>

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const actor = await requireMember()
  const { slug } = await params
  const found = listEnvironments(deps(), actor).find((one) => one.slug === slug)
  return { title: found?.name ?? 'Environments' }
}

export default async function EnvironmentPage({ params }: Props) {
  const actor = await requireMember()
  const { slug } = await params
  const environments = listEnvironments(deps(), actor)
  const environment = environments.find((one) => one.slug === slug || one.id === slug)
  if (!environment) notFound()
  const isCurrent = (await currentEnvironment(deps(), actor)) === environment.id
  return (
    <Page>
      <Link href="/environments" className="text-ink-muted text-sm underline-offset-3 hover:underline">
        Environments
      </Link>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-2">
            {environment.name}
            <KindBadge kind={environment.kind} />
          </span>
        }
        description={
          <span className="flex flex-wrap items-center gap-x-3">
            {environment.systemTitle}
            <CopyText value={environment.resolvedBaseUrl} max={64} label="Base URL" />
          </span>
        }
      >
        {isCurrent ? (
          <Badge tone="good">in use</Badge>
        ) : (
          <ChooseButton
            environment={environment.id}
            name={environment.name}
            choose={environmentActions.choose}
          />
        )}
      </PageHeader>
      {environment.kind === 'production' && (
        <Notice tone="bad" title="Production" className="mb-4 border-production bg-production-soft">
          These credentials move real money. Money operations ask for the environment's name before they go
          out.
        </Notice>
      )}
      <EnvironmentEditor
        key={environment.id}
        environment={environment}
        inboxes={listInboxNames(deps(), actor)}
        isLast={environments.length === 1}
        canChange={isAtLeast(actor.role, 'member')}
        actions={environmentActions}
      />
    </Page>
  )
}
