import type { Metadata } from 'next'
import { Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { darajaCertificates } from '@/lib/systems/daraja/certificates'
import { darajaPresets } from '@/lib/systems/daraja/presets'
import { deps } from '@/lib/workspace/context'
import { currentEnvironment } from '@/lib/workspace/environments/current'
import { listEnvironmentBriefs } from '@/lib/workspace/environments/list-environments'
import { localCertificate } from '@/lib/workspace/environments/local-certificate'
import { DarajaToolbox } from './toolbox'

export const metadata: Metadata = { title: 'Tools' }

export default async function ToolsPage() {
  const actor = await requireMember()
  const local = localCertificate(deps(), actor.workspaceId, 'daraja')
  const current = await currentEnvironment(deps(), actor)
  const kind = listEnvironmentBriefs(deps(), actor).find((one) => one.id === current)?.kind ?? 'local'
  const { lnmShortcode, lnmPasskey } = darajaPresets[1].credentials
  return (
    <Page>
      <PageHeader title="Tools" description="They work in this browser, without an account and offline." />
      <DarajaToolbox
        certificates={[
          { id: 'local', title: 'Local sandbox', pem: local },
          ...darajaCertificates.map(({ id, title, pem }) => ({ id, title, pem })),
        ]}
        first={kind === 'local' ? 'local' : darajaCertificates.find((one) => one.kind === kind)?.id}
        passkey={{ shortcode: lnmShortcode, passkey: lnmPasskey }}
      />
    </Page>
  )
}
