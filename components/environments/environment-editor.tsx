'use client'
import { useMemo } from 'react'
import { choiceOf } from '@/components/address/address'
import { useAddress } from '@/components/address/use-address'
import { fetched } from '@/components/ui/fetched'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import type { EnvironmentView } from '@/lib/workspace/views'
import type { EnvironmentActions } from './actions'
import { CredentialsForm } from './credentials-form'

const CertificatePanel = fetched(() =>
  import('./certificate-panel').then((module) => module.CertificatePanel),
)
const GeneralForm = fetched(() => import('./general-form').then((module) => module.GeneralForm))
const TlsPanel = fetched(() => import('./tls-panel').then((module) => module.TlsPanel))
const TokenPanel = fetched(() => import('./token-panel').then((module) => module.TokenPanel))

/** A system without sessions has no token, and some are given a bare public key instead of a certificate. */
const partsOf = ({ token, certificate }: EnvironmentView): [name: string, label: string][] => [
  ['credentials', 'Credentials'],
  ...(token.state === 'not-needed' ? [] : [['token', 'Token'] satisfies [string, string]]),
  ['certificate', certificate?.subject === null ? 'Public key' : 'Certificate'],
  ['tls', 'TLS'],
  ['general', 'General'],
]

/** Everything about one environment, in parts that the URL names (`?part=token`). */
export function EnvironmentEditor({
  environment,
  inboxes,
  isLast,
  canChange,
  actions,
}: {
  environment: EnvironmentView
  inboxes: string[]
  /** The only one of its workspace: it cannot be deleted. */
  isLast: boolean
  canChange: boolean
  actions: EnvironmentActions
}) {
  const parts = useMemo(() => partsOf(environment), [environment])
  const names = useMemo(
    () => ({
      part: choiceOf(
        parts.map(([name]) => name),
        'credentials',
      ),
    }),
    [parts],
  )
  const { values, change } = useAddress(names)
  return (
    <Tabs value={values.part} onValueChange={(part) => change({ part })}>
      <TabsList aria-label={`Parts of ${environment.name}`} className="flex-wrap overflow-x-visible">
        {parts.map(([name, label]) => (
          <TabsTrigger key={name} value={name}>
            {label}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value="credentials">
        <CredentialsForm environment={environment} canChange={canChange} actions={actions} />
      </TabsContent>
      <TabsContent value="token">
        <TokenPanel environment={environment} canChange={canChange} actions={actions} />
      </TabsContent>
      <TabsContent value="certificate">
        <CertificatePanel environment={environment} canChange={canChange} actions={actions} />
      </TabsContent>
      <TabsContent value="tls">
        <TlsPanel environment={environment} canChange={canChange} actions={actions} />
      </TabsContent>
      <TabsContent value="general">
        <GeneralForm
          environment={environment}
          inboxes={inboxes}
          isLast={isLast}
          canChange={canChange}
          actions={actions}
        />
      </TabsContent>
    </Tabs>
  )
}
