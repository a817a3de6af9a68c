import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { Notice, Section } from '@/components/ui/layout'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { composeFile, hostsLine, trust, type Way, ways443 } from './fixed-host-lines'

function Ways({ label, ways }: { label: string; ways: readonly Way[] }) {
  return (
    <Tabs defaultValue={ways[0]?.id ?? ''}>
      <TabsList aria-label={label}>
        {ways.map((way) => (
          <TabsTrigger key={way.id} value={way.id}>
            {way.label}
          </TabsTrigger>
        ))}
      </TabsList>
      {ways.map((way) => (
        <TabsContent key={way.id} value={way.id}>
          <p className="mb-2 max-w-3xl text-ink-muted text-sm">{way.about}</p>
          <Code text={way.text} label={`Copy the lines for ${way.label}`} />
        </TabsContent>
      ))}
    </Tabs>
  )
}

function Step({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <li className="min-w-0">
      <h3 className="mb-1 font-medium">{title}</h3>
      {children}
    </li>
  )
}

/** How a program that can be told of no other address than the provider's comes here, over https. */
export function FixedHost({
  publicUrl,
  authority,
  hosts,
  tlsPort,
}: {
  publicUrl: string
  /** Path of the authority's certificate. */
  authority: string
  /** The providers' names. */
  hosts: readonly string[]
  /** Where they answer over https; undefined while they do not. */
  tlsPort: number | undefined
}) {
  const { hostname } = new URL(publicUrl)
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1'
  const port = tlsPort ?? 8443
  return (
    <Section
      title="Programs with a fixed address"
      description="Most client libraries fix the provider’s own https address. They come here unchanged: their host’s name leads to the sandbox, which answers with a certificate that they are told to trust."
    >
      {tlsPort === undefined && (
        <Notice className="mb-4">
          The providers’ hosts answer over http only. Start with JARIBU_TLS_PORT=8443 to have them answer over
          https; with JARIBU_MOZAMBIQUE_PORTS=1 Mozambique’s six ports do as well.
        </Notice>
      )}
      <ol className="flex flex-col gap-6">
        <Step title="1. Get the certificate of the authority">
          <p className="mb-2 max-w-3xl text-ink-muted text-sm">
            It was made on this machine and can vouch for these hosts alone: {hosts.join(', ')}. Its private
            key stays sealed here.
          </p>
          <div className="mb-2">
            <Button asChild>
              <a href={authority} download="jaribu-authority.pem">
                <Download aria-hidden /> Download the authority
              </a>
            </Button>
          </div>
          <Code text={`curl -o jaribu-authority.pem ${publicUrl}${authority}`} label="Copy the download" />
        </Step>
        <Step title="2. Trust it">
          <Ways label="Trust it on" ways={trust} />
        </Step>
        <Step title="3. Lead the names here">
          <p className="mb-2 max-w-3xl text-ink-muted text-sm">
            In /etc/hosts, or C:\Windows\System32\drivers\etc\hosts. Leave out what should go on reaching the
            provider. Jaribu’s own requests to a provider are refused while its name leads to a private
            address, so that none comes back here by accident.
          </p>
          <Code
            text={hostsLine(isHere ? '127.0.0.1' : `ADDRESS-OF-${hostname.toUpperCase()}`, hosts)}
            label="Copy the hosts entry"
          />
        </Step>
        <Step title="4. Let port 443 lead here">
          <p className="mb-2 max-w-3xl text-ink-muted text-sm">
            https asks for port 443, the sandbox listens on {port}. Mozambique’s clients ask for its six
            ports, which need nothing more.
          </p>
          <Ways label="Let port 443 lead here on" ways={ways443(port)} />
        </Step>
        <Step title="In a container">
          <p className="mb-2 max-w-3xl text-ink-muted text-sm">
            Docker compose, with the sandbox on the machine itself (HOST=0.0.0.0, and port 443 as above). For
            other languages than Node, set the variables of step 2.
          </p>
          <Code text={composeFile(hosts)} label="Copy the compose file" />
        </Step>
      </ol>
    </Section>
  )
}
