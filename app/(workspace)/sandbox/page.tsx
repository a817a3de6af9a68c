import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { ValidationAnswer } from '@/components/inbox/validation-answer'
import { CustomerPays } from '@/components/sandbox/customer-pays'
import { envText } from '@/components/sandbox/env-text'
import { FixedHost } from '@/components/sandbox/fixed-host'
import { FromCode } from '@/components/sandbox/from-code'
import { PhonesTable } from '@/components/sandbox/phones-table'
import { ResetWorld } from '@/components/sandbox/reset-world'
import { SandboxTabs } from '@/components/sandbox/sandbox-tabs'
import { Behaviour, OrganisationsTable } from '@/components/sandbox/tab-parts'
import { UseFromCode } from '@/components/sandbox/use-from-code'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { systems } from '@/lib/systems'
import { authorityPath, providerNames } from '@/lib/systems/provider-hosts'
import type { System } from '@/lib/systems/types'
import { firstInboxUrl } from '@/lib/workspace/inboxes/first-inbox-url'
import { deps } from '@/lib/workspace/server/context'

export const metadata: Metadata = { title: 'Sandbox' }

/** Values of the local environment, for everybody. A key that was renewed since is on the account's page. */
const publishedOf = (system: System) => {
  const published: Record<string, string> =
    system.presets.find((preset) => preset.kind === 'local')?.credentials ?? {}
  return system.credentials.flatMap(({ name, label }) => {
    const value = published[name]
    return value ? [{ name, label, value }] : []
  })
}

const encryptionKeyOf = ({ id, publicKeys, keyBits }: System) => {
  if (!publicKeys) return undefined
  return keyBits === 4096
    ? { url: `/emulator/${id}/public-key`, file: `jaribu-${id}-public-key.pem`, what: 'public key' }
    : { url: `/emulator/${id}/certificate`, file: 'jaribu-local.cer', what: 'certificate' }
}

export default async function SandboxPage() {
  const actor = await requireMember('viewer', '/sandbox')
  const { publicUrl, tlsPort } = deps().config
  const canChange = actor.role !== 'viewer'
  const operations = systems.flatMap((system) =>
    system.operations
      .filter((operation) => operation.direction === 'outbound')
      .map(({ id, title, version, status }) => ({
        id,
        title: `${system.short}: ${status === 'current' ? title : `${title} (${version})`}`,
      })),
  )
  return (
    <Page>
      <PageHeader
        title={
          <span className="flex items-center gap-2">
            Local sandbox <Badge tone="simulated">simulated</Badge>
          </span>
        }
        description="Phones, organisations and money of small countries that live in this workspace. Nothing here is real, and all of it adds up."
      >
        {systems.map(
          ({ portal }) =>
            portal && (
              <Button key={portal.path} asChild>
                <Link href={portal.path}>{portal.title}</Link>
              </Button>
            ),
        )}
        {canChange && <ResetWorld />}
      </PageHeader>
      <Suspense>
        <SandboxTabs
          tabs={[
            {
              value: 'phones',
              label: 'Phones',
              content: (
                <div className="grid items-start gap-8 lg:grid-cols-[1fr_22rem]">
                  <div className="min-w-0">
                    <PhonesTable />
                    <p className="mt-3 max-w-2xl text-ink-muted text-sm">
                      Any other number works too: when its last four digits are a result code, a prompt ends
                      with that code; else it pays by itself.
                    </p>
                  </div>
                  {canChange && (
                    <section
                      aria-labelledby="customer-pays"
                      className="rounded border p-4 max-lg:order-first"
                    >
                      <h2 id="customer-pays" className="mb-3 font-semibold">
                        Customer pays
                      </h2>
                      <CustomerPays />
                      <div className="mt-4 border-t pt-3">
                        <ValidationAnswer inbox="local" canChange />
                      </div>
                    </section>
                  )}
                </div>
              ),
            },
            {
              value: 'organisations',
              label: 'Organisations',
              content: <OrganisationsTable canChange={canChange} />,
            },
            {
              value: 'behaviour',
              label: 'Behaviour',
              content: <Behaviour canChange={canChange} operations={operations} />,
            },
            {
              value: 'code',
              label: 'Use it from your code',
              content: (
                <div className="flex flex-col gap-8">
                  <FromCode
                    systems={systems.map((system) => {
                      const baseUrl = `${publicUrl}/emulator/${system.id}`
                      const inboxUrl = firstInboxUrl(deps(), actor)
                      const published = publishedOf(system)
                      return {
                        id: system.id,
                        short: system.short,
                        env: envText(system.id, [
                          { name: 'baseUrl', value: baseUrl },
                          { name: 'callbackUrl', value: inboxUrl },
                          ...published,
                        ]),
                        content: (
                          <UseFromCode
                            key={system.id}
                            system={system.title}
                            baseUrl={baseUrl}
                            inboxUrl={inboxUrl}
                            encryptionKey={encryptionKeyOf(system)}
                            credentials={published}
                            recipe={system.recipe?.(publicUrl)}
                          />
                        ),
                      }
                    })}
                  />
                  <FixedHost
                    publicUrl={publicUrl}
                    authority={authorityPath}
                    hosts={providerNames}
                    tlsPort={tlsPort}
                  />
                </div>
              ),
            },
          ]}
        />
      </Suspense>
    </Page>
  )
}
