'use client'
import { useSearchParams } from 'next/navigation'
import { Tabs as TabsPrimitive } from 'radix-ui'
import { Base64Tool } from './base64-tool'
import { BearerTool } from './bearer-tool'
import { CallbackUrlTool, type CheckCallbackUrl } from './callback-url-tool'
import type { OfferedCertificate } from './certificate-choice'
import { CertificateTool } from './certificate-tool'
import { CredentialTool } from './credential-tool'
import { type HashedPassword, HashedPasswordTool } from './hashed-password-tool'
import { PasswordTool } from './password-tool'
import { PhoneTool } from './phone-tool'
import { TimestampTool } from './timestamp-tool'
import { tools } from './tool-list'

/** Small tools that need no account and no network; the URL names the open one (`?tool=phone`). */
export function Toolbox({
  certificates,
  first,
  publicKeys,
  passkey,
  hashedPasswords,
  checkCallbackUrl,
}: {
  certificates: OfferedCertificate[]
  /** Id of the certificate of the environment in use. */
  first: string | undefined
  /** Of the portals that take keys encrypted as bearers. */
  publicKeys: OfferedCertificate[]
  /** The published sandbox passkey, offered for the STK password. */
  passkey: { shortcode: string; passkey: string }
  hashedPasswords: readonly HashedPassword[]
  checkCallbackUrl: CheckCallbackUrl
}) {
  const wanted = useSearchParams().get('tool')
  const tool = tools.find((one) => one.id === wanted) ?? tools[0]
  return (
    <TabsPrimitive.Root
      value={tool.id}
      orientation="vertical"
      onValueChange={(next) => window.history.replaceState(null, '', `?tool=${next}`)}
      className="grid min-w-0 gap-x-8 gap-y-4 md:grid-cols-[11rem_minmax(0,1fr)]"
    >
      <TabsPrimitive.List
        aria-label="Tools"
        className="flex gap-x-1 max-md:flex-wrap max-md:border-b max-md:pb-2 md:flex-col"
      >
        {tools.map((one) => (
          <TabsPrimitive.Trigger
            key={one.id}
            value={one.id}
            className="whitespace-nowrap rounded px-2 py-1.5 text-left text-ink-muted hover:bg-hover hover:text-ink data-[state=active]:bg-hover data-[state=active]:font-medium data-[state=active]:text-ink"
          >
            {one.label}
          </TabsPrimitive.Trigger>
        ))}
      </TabsPrimitive.List>
      <TabsPrimitive.Content value={tool.id} className="flex min-w-0 max-w-3xl flex-col gap-4">
        <div>
          <h2 className="font-semibold text-lg">{tool.label}</h2>
          <p className="text-ink-muted">{tool.about}</p>
        </div>
        {tool.id === 'credential' && <CredentialTool certificates={certificates} first={first} />}
        {tool.id === 'password' && <PasswordTool published={passkey} />}
        {tool.id === 'bearer' && <BearerTool publicKeys={publicKeys} />}
        {tool.id === 'hashed-password' && <HashedPasswordTool kinds={hashedPasswords} />}
        {tool.id === 'base64' && <Base64Tool />}
        {tool.id === 'certificate' && <CertificateTool certificates={certificates} />}
        {tool.id === 'timestamp' && <TimestampTool />}
        {tool.id === 'phone' && <PhoneTool />}
        {tool.id === 'callback-url' && <CallbackUrlTool check={checkCallbackUrl} />}
      </TabsPrimitive.Content>
    </TabsPrimitive.Root>
  )
}
