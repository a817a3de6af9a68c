'use client'
import { Download } from 'lucide-react'
import { useId, useState } from 'react'
import { useAction } from '@/components/forms/use-action'
import { useQuery, useQueryClient } from '@/components/live/queries'
import { Button } from '@/components/ui/button'
import { Switch } from '@/components/ui/choice'
import { CopyButton, CopyText } from '@/components/ui/copy'
import { Facts, Section } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api/client'
import type { MozambiqueAccountView } from '@/lib/workspace/portal/views'
import { ApiKey } from './api-key'
import { MozambiqueMode } from './mozambique-mode'
import { MozambiqueReport } from './mozambique-report'
import { Late } from './problem'
import { useWorldChange } from './queries'

const accountKey = ['sandbox', 'mozambique', 'account'] as const

/** API key, public key, the switch between the modes, and what was paid with each key. */
export function MozambiqueAccount({
  canChange,
  baseUrl,
  inboxUrl,
  ports,
}: {
  canChange: boolean
  baseUrl: string
  inboxUrl: string
  ports: { port: number; title: string }[]
}) {
  const change = useWorldChange()
  const reading = useQuery({
    queryKey: accountKey,
    queryFn: async ({ signal }) => (await callApi('GET /sandbox/mozambique/account', { signal })).account,
  })
  if (!reading.data) return <Late reading={reading} what="The account" />
  const account = reading.data
  return (
    <>
      <MozambiqueMode key={account.responseUrl} account={account} canChange={canChange} inboxUrl={inboxUrl} />
      <ApiKey
        masked={account.apiKey.shown}
        canChange={canChange}
        description="The bearer of a call is this key, encrypted with the public key. A renewal ends it at once; local environments that use it get the new one."
        consequence="Code that sends the present key is refused with INS-2 from then on."
        ask={(verb) => change(`POST /sandbox/mozambique/account/${verb}`)}
      />
      <PublicKey publicKey={account.publicKey} />
      <Names account={account} canChange={canChange} />
      <Addresses account={account} baseUrl={baseUrl} ports={ports} />
      <MozambiqueReport account={account} />
    </>
  )
}

function PublicKey({ publicKey }: { publicKey: string }) {
  return (
    <Section
      title="Public key"
      description="RSA with 4096 bits. Encrypt with PKCS#1 v1.5 padding; the result, as Base64, has 684 characters."
    >
      <p className="max-w-2xl break-all rounded border bg-surface p-3 font-mono text-sm">{publicKey}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <CopyButton value={publicKey} label="Copy public key">
          Copy
        </CopyButton>
        <Button asChild size="sm">
          <a href="/emulator/mozambique/public-key" download="jaribu-mozambique-public-key.pem">
            <Download aria-hidden /> Download as PEM
          </a>
        </Button>
      </div>
    </Section>
  )
}

function Names({ account, canChange }: { account: MozambiqueAccountView; canChange: boolean }) {
  const id = useId()
  const queries = useQueryClient()
  const change = useWorldChange()
  const say = useToast()
  const [wanted, setWanted] = useState(account.mayQueryNames)
  const turning = useAction(
    (mayQueryNames: boolean) => change('PATCH /sandbox/mozambique/account', { body: { mayQueryNames } }),
    { saysWhyIn: 'toast' },
  )
  const turn = (mayQueryNames: boolean) => {
    setWanted(mayQueryNames)
    turning.run(mayQueryNames, (saved) => {
      queries.setQueryData(accountKey, saved.account)
      say(`Customer names are ${mayQueryNames ? 'answered' : 'refused'} now`)
    })
  }
  return (
    <Section
      title="Customer names"
      description="Sandbox accounts are refused with INS-26; live accounts get the name with some letters hidden."
    >
      <div className="flex items-center gap-2">
        <Switch
          id={id}
          checked={turning.isPending ? wanted : account.mayQueryNames}
          disabled={!canChange}
          onCheckedChange={turn}
        />
        <label htmlFor={id}>This account may query customer names</label>
      </div>
    </Section>
  )
}

function Addresses({
  account,
  baseUrl,
  ports,
}: {
  account: MozambiqueAccountView
  baseUrl: string
  ports: { port: number; title: string }[]
}) {
  return (
    <Section
      title="Addresses"
      description={
        account.hasFixedPorts
          ? 'The provider’s own ports are listened on too, for clients that let only the host be changed.'
          : 'Clients that let only the host be changed need the provider’s own ports: start with JARIBU_MOZAMBIQUE_PORTS=1.'
      }
    >
      <Facts
        rows={[
          { name: 'All calls', value: <CopyText value={baseUrl} max={80} label="Base URL" /> },
          ...(account.hasFixedPorts
            ? ports.map(({ port, title }) => ({ name: title, value: <code>port {port}</code> }))
            : []),
        ]}
      />
    </Section>
  )
}
