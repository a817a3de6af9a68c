import type { Metadata } from 'next'
import { CopyText } from '@/components/ui/copy'
import { Facts, Section } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { about } from '@/lib/workspace/server/about'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'About' }

const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`

export default async function AboutPage() {
  const actor = await requireMember('viewer', '/settings/about')
  const server = about(deps(), actor)
  return (
    <>
      <Section title="This server">
        <Facts
          rows={[
            { name: 'Jaribu', value: server.version },
            { name: 'Node', value: server.node },
            { name: 'Reached at', value: <CopyText value={server.publicUrl} max={60} label="Address" /> },
            { name: 'Listens on', value: <code>{server.listensOn}</code> },
            {
              name: 'Callbacks alone',
              value: server.hooksOn ? (
                <code>{server.hooksOn}</code>
              ) : (
                'at no port of their own; JARIBU_HOOK_PORT opens one for proxies and tunnels'
              ),
            },
            ...(server.dataDir
              ? [
                  {
                    name: 'Data folder',
                    value: <CopyText value={server.dataDir} max={60} label="Data folder" />,
                  },
                ]
              : []),
            { name: 'Database', value: mebibytes(server.databaseBytes) },
          ]}
        />
      </Section>
      <Section title="Limits">
        <Facts
          rows={[
            { name: 'Captured body', value: '1 MiB; larger ones are answered 413' },
            { name: 'Stored answer', value: '5 MiB; longer ones are cut and marked' },
            { name: 'Body of an API call', value: '1 MiB' },
            {
              name: 'Private addresses',
              value: server.allowPrivateTargets
                ? 'allowed as targets; cloud metadata addresses never are'
                : 'refused as targets; JARIBU_ALLOW_PRIVATE_TARGETS=true allows them',
            },
          ]}
        />
      </Section>
    </>
  )
}
