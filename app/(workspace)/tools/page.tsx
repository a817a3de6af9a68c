import type { Metadata } from 'next'
import { Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { systems } from '@/lib/systems'
import { darajaCertificates } from '@/lib/systems/daraja/certificates'
import { darajaPresets } from '@/lib/systems/daraja/presets'
import { currentEnvironment } from '@/lib/workspace/environments/current'
import { listEnvironmentBriefs } from '@/lib/workspace/environments/list-environments'
import { localCertificate } from '@/lib/workspace/environments/local-certificate'
import { deps } from '@/lib/workspace/server/context'
import { knownEmulatorKeys } from '@/lib/workspace/world/emulator-keys'
import { SystemsToolbox } from './toolbox'

export const metadata: Metadata = { title: 'Tools' }

export default async function ToolsPage() {
  const actor = await requireMember()
  const local = localCertificate(deps(), actor.workspaceId, 'daraja')
  const current = await currentEnvironment(deps(), actor)
  const kind = listEnvironmentBriefs(deps(), actor).find((one) => one.id === current)?.kind ?? 'local'
  // Keys of that size are made beside the work: one that is not there yet is offered by the next visit.
  const publicKeys = systems
    .filter(({ keyBits }) => keyBits === 4096)
    .flatMap(({ id, title, publicKeys = [] }) => {
      const own = knownEmulatorKeys(deps(), actor.workspaceId, id)?.certificate
      return [
        ...(own ? [{ id: `${id}-local`, title: `${title}: local sandbox`, pem: own }] : []),
        ...publicKeys.map((key) => ({ id: `${id}-${key.id}`, title: key.title, pem: key.pem })),
      ]
    })
  const { lnmShortcode, lnmPasskey } = darajaPresets[1].credentials
  return (
    <Page>
      <PageHeader
        title="Tools"
        description="They work in this browser, without an account and offline. The callback tester alone sends something."
      />
      <SystemsToolbox
        certificates={[
          { id: 'local', title: 'Local sandbox', pem: local },
          ...darajaCertificates.map(({ id, title, pem }) => ({ id, title, pem })),
        ]}
        first={kind === 'local' ? 'local' : darajaCertificates.find((one) => one.kind === kind)?.id}
        publicKeys={publicKeys}
        passkey={{ shortcode: lnmShortcode, passkey: lnmPasskey }}
      />
    </Page>
  )
}
