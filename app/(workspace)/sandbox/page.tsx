import type { Metadata } from 'next'
import { Suspense } from 'react'
import { Behaviour } from '@/components/sandbox/behaviour'
import { CustomerPays } from '@/components/sandbox/customer-pays'
import { OrganisationsTable } from '@/components/sandbox/organisations-table'
import { PhonesTable } from '@/components/sandbox/phones-table'
import { localRecipe } from '@/components/sandbox/recipe'
import { ResetWorld } from '@/components/sandbox/reset-world'
import { SandboxTabs } from '@/components/sandbox/sandbox-tabs'
import { UseFromCode } from '@/components/sandbox/use-from-code'
import { Badge } from '@/components/ui/badge'
import { Page, PageHeader } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { systemOf } from '@/lib/systems'
import { deps } from '@/lib/workspace/context'

export const metadata: Metadata = { title: 'Sandbox' }

export default async function SandboxPage() {
  const actor = await requireMember('viewer', '/sandbox')
  const { publicUrl } = deps().config
  const canChange = actor.role !== 'viewer'
  const daraja = systemOf('daraja')
  const published = daraja.presets.find((preset) => preset.kind === 'local')?.credentials ?? {}
  const credentials = daraja.credentials.flatMap(({ name, label }) => {
    const value = published[name]
    return value ? [{ label, value }] : []
  })
  const operations = daraja.operations
    .filter((operation) => operation.direction === 'outbound')
    .map(({ id, title, version, status }) => ({
      id,
      title: status === 'current' ? title : `${title} (${version})`,
    }))
  return (
    <Page>
      <PageHeader
        title={
          <span className="flex items-center gap-2">
            Local sandbox <Badge tone="simulated">simulated</Badge>
          </span>
        }
        description="Phones, organisations and money of a small Kenya that lives in this workspace. Nothing here is real, and all of it adds up."
      >
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
                <UseFromCode
                  baseUrl={`${publicUrl}/emulator/daraja`}
                  inboxUrl={`${publicUrl}/hook/local`}
                  certificateUrl="/emulator/daraja/certificate"
                  credentials={credentials}
                  recipe={localRecipe(publicUrl)}
                />
              ),
            },
          ]}
        />
      </Suspense>
    </Page>
  )
}
