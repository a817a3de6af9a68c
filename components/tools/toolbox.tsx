'use client'
import type { ReactNode } from 'react'
import { choiceOf } from '@/components/address/address'
import { useAddress } from '@/components/address/use-address'
import { fetched } from '@/components/ui/fetched'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import type { OfferedCertificate } from './certificate-choice'
import { CredentialTool } from './credential-tool'
import { tools } from './tool-list'

const PasswordTool = fetched(() => import('./password-tool').then((module) => module.PasswordTool))
const BearerTool = fetched(() => import('./bearer-tool').then((module) => module.BearerTool))
const Base64Tool = fetched(() => import('./base64-tool').then((module) => module.Base64Tool))
const CertificateTool = fetched(() => import('./certificate-tool').then((module) => module.CertificateTool))
const TimestampTool = fetched(() => import('./timestamp-tool').then((module) => module.TimestampTool))
const PhoneTool = fetched(() => import('./phone-tool').then((module) => module.PhoneTool))

const CallbackTester = fetched(() => import('./callback-tester').then((module) => module.CallbackTester))

const toolIds = tools.map(({ id }) => id)
const names = { tool: choiceOf(toolIds, tools[0].id) }

/** Small tools that need no account and no network; the URL names the open one (`?tool=phone`). */
export function Toolbox({
  certificates,
  first,
  publicKeys,
  passkey,
  hashedPasswords,
  callbackUrls,
}: {
  certificates: OfferedCertificate[]
  /** Id of the certificate of the environment in use. */
  first: string | undefined
  /** Of the portals that take keys encrypted as bearers. */
  publicKeys: OfferedCertificate[]
  /** The published sandbox passkey, offered for the STK password. */
  passkey: { shortcode: string; passkey: string }
  /** The tools that need what only a system knows. */
  hashedPasswords: ReactNode
  callbackUrls: ReactNode
}) {
  const { values, change } = useAddress(names)
  const tool = tools.find(({ id }) => id === values.tool) ?? tools[0]
  return (
    <Tabs
      value={tool.id}
      orientation="vertical"
      onValueChange={(next) => change({ tool: toolIds.find((id) => id === next) })}
      className="grid min-w-0 gap-x-8 gap-y-4 md:grid-cols-[11rem_minmax(0,1fr)]"
    >
      <TabsList
        aria-label="Tools"
        className="flex gap-x-1 max-md:flex-wrap max-md:border-b max-md:pb-2 md:flex-col"
      >
        {tools.map((one) => (
          <TabsTrigger
            key={one.id}
            value={one.id}
            className="whitespace-nowrap rounded px-2 py-1.5 text-left text-ink-muted hover:bg-hover hover:text-ink data-[state=active]:bg-hover data-[state=active]:font-medium data-[state=active]:text-ink"
          >
            {one.label}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value={tool.id} className="flex min-w-0 max-w-3xl flex-col gap-4">
        <div>
          <h2 className="font-semibold text-lg">{tool.label}</h2>
          <p className="text-ink-muted">{tool.about}</p>
        </div>
        {tool.id === 'credential' && <CredentialTool certificates={certificates} first={first} />}
        {tool.id === 'password' && <PasswordTool published={passkey} />}
        {tool.id === 'bearer' && <BearerTool publicKeys={publicKeys} />}
        {tool.id === 'hashed-password' && hashedPasswords}
        {tool.id === 'callback-tester' && <CallbackTester />}
        {tool.id === 'base64' && <Base64Tool />}
        {tool.id === 'certificate' && <CertificateTool certificates={certificates} />}
        {tool.id === 'timestamp' && <TimestampTool />}
        {tool.id === 'phone' && <PhoneTool />}
        {tool.id === 'callback-url' && callbackUrls}
      </TabsContent>
    </Tabs>
  )
}
